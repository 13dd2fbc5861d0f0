import type { Reason } from '../../../rules/determination.ts';
import type { Facts, FactValue } from '../../../rules/facts.ts';
import type { DeterminationWire } from '../contract/determination.ts';
import type { Said } from '../case/case.ts';
import { fenToWire } from '../../../values/fen.ts';

/** Facts as a case keeps them (jsonb) and as `huijia explain` reads them: a fact that is not known is absent. */
export interface FactsWire {
  readonly on: string;
  readonly people: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly links: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
  /** Who lives together, by id. Absent: not known, or kept before households were. */
  readonly households?: readonly (readonly string[])[];
  readonly subject: string;
  /** Facts of the subject that the register did not hold and the family gave. */
  readonly answers: Readonly<Record<string, string | boolean>>;
}

/** What a case keeps of the facts it was decided on. */
export function factsToWire(facts: Facts, answers: FactsWire['answers']): FactsWire {
  const people = facts.people.map((person) =>
    Object.fromEntries(
      Object.entries(person).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value)]])),
    ),
  );
  const { on, links = [], households, subject } = facts;
  return { on, people, links: [...links], ...(households && { households }), subject, answers };
}

function plain(value: Exclude<FactValue, undefined>): string | number | boolean {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** The register's facts, and the family's answers where the register is silent. What the register holds is never overruled by an answer. */
export function withAnswers(facts: Facts, answers: FactsWire['answers']): Facts {
  const people = facts.people.map((person) => {
    if (person.id !== facts.subject) return person;
    const silent = Object.entries(answers).filter(([name]) => person[name] === undefined);
    return { ...person, ...Object.fromEntries(silent) };
  });
  return { ...facts, people };
}

export function determinationToWire({ amountFen, ...rest }: Said): DeterminationWire {
  return {
    ...rest,
    amountFen: amountFen === undefined ? null : fenToWire(amountFen),
    missing: [...rest.missing],
    because: rest.because.map(reasonToWire),
  };
}

export function reasonToWire({ words, law }: Reason): { words: Reason['words']; law?: NonNullable<Reason['law']> } {
  return law === undefined ? { words } : { words, law };
}
