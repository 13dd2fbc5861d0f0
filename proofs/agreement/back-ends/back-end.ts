import type { Gap } from '../../../rules/explain/compile/values.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { determine } from '../../../rules/explain/explain.ts';
import { OutOfRange } from '../../../rules/explain/compile/operations.ts';
import { reachOf } from '../../../rules/check/rule/reach.ts';
import { factsReader, type Population } from '../invented/population.ts';

/** What a policy comes to for one person, as far as every back end can tell it. Missing facts are named without whose they are. */
export type Found =
  | { readonly kind: 'eligible'; readonly amountFen: bigint }
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'undetermined'; readonly missing: ReadonlySet<string> }
  /** The rule's own arithmetic leaves the calendar or the numbers. */
  | { readonly kind: 'out-of-range' }
  /** A fault of the back end itself. */
  | { readonly kind: 'failed'; readonly why: string };

/** What a back end makes of a population: something of everybody, in their order; or why it does not take this rule at all. */
export type Answer =
  | {
      readonly kind: 'found';
      readonly found: readonly Found[];
      /** How many of these were left open, and settled row by row. */
      readonly explained?: number;
    }
  | { readonly kind: 'refused'; readonly why: string };

export interface BackEnd {
  readonly name: string;
  /** It is tried on every so manieth rule; on each where it is not told. */
  readonly everySoMany?: number;
  /** Everybody; where `rows` are given, it is enough to be right about those. */
  determine(pack: Pack, period: string, population: Population, rows?: readonly number[]): Promise<Answer>;
  close?(): Promise<void>;
}

const factsMissing = (missing: readonly Gap[]): ReadonlySet<string> => new Set(missing.map(({ fact }) => fact));

/** What is found, or that arithmetic left the calendar or the numbers on the way. */
export function orOutOfRange(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof OutOfRange) return { kind: 'out-of-range' };
    throw error;
  }
}

/** One person by `explain`, which all others are measured against. */
export function byExplain(pack: Pack, facts: Parameters<typeof determine>[1], period: string): Found {
  return orOutOfRange(() => {
    const { outcome, amountFen, missing } = determine(pack, facts, period);
    if (outcome === 'undetermined') return { kind: outcome, missing: factsMissing(missing) };
    if (outcome === 'not-eligible') return { kind: outcome };
    if (amountFen === undefined) throw new Error('Eligible, and no amount');
    return { kind: outcome, amountFen };
  });
}

/** Everybody, or the people of those rows, by `explain`. */
export function reference(
  pack: Pack,
  period: string,
  population: Population,
  rows: Iterable<number> = population.people.keys(),
): readonly Found[] {
  const factsOf = factsReader(population, reachOf(pack.rule).steps);
  return Array.from(rows, (row) => byExplain(pack, factsOf(row), period));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** The same outcome, the same amount, the same facts missing. */
export function agree(a: Found, b: Found): boolean {
  if (a.kind === 'eligible' && b.kind === 'eligible') return a.amountFen === b.amountFen;
  if (a.kind === 'undetermined' && b.kind === 'undetermined') return sameSet(a.missing, b.missing);
  return a.kind === b.kind;
}

/** `eligible 12000`, `undetermined {birth, local}`: for a reader. */
export function foundText(found: Found | undefined): string {
  if (found === undefined) return 'nothing';
  if (found.kind === 'eligible') return `eligible ${found.amountFen}`;
  if (found.kind === 'failed') return `failed: ${found.why}`;
  return found.kind === 'undetermined' ? `undetermined {${[...found.missing].toSorted().join(', ')}}` : found.kind;
}
