import type { FactDefinition, Vocabulary } from '../../rules/vocabulary.ts';
import { named } from './duckdb.ts';

/** Columns of a person that are no facts. Children are the other side of parents, so they are not read. */
const ownColumns = ['id', 'division', 'household', 'parents', 'spouse', 'guardians'] as const;
export type OwnColumn = (typeof ownColumns)[number];
export const linkColumns = ['parents', 'spouse', 'guardians'] as const;

/** What the columns of a source mean. */
export interface SourceColumns {
  readonly own: ReadonlySet<OwnColumn>;
  readonly facts: readonly FactDefinition[];
  /** Columns that are neither: they are dropped, and said so. */
  readonly dropped: readonly string[];
}

const isOwn = (name: string): name is OwnColumn => ownColumns.some((own) => own === name);

/** What is no fact of the vocabulary is not kept: a register holds what packs may ask, and nothing else about anybody. */
export function columnsOf(names: readonly string[], vocabulary: Vocabulary): SourceColumns {
  const facts = names.flatMap((name) => vocabulary.facts.get(name) ?? []);
  return {
    own: new Set(names.filter(isOwn)),
    facts,
    dropped: names.filter((name) => !isOwn(name) && !vocabulary.facts.has(name)),
  };
}

/** The column of a fact in the tables of the building: beside `id` and the like a fact may have any name. */
export const factColumn = (fact: string): string => named(`fact ${fact}`);
