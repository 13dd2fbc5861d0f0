import type { Determination } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Day } from '../../../values/day.ts';
import type { PersonId } from '../../../values/id.ts';
import type { Said } from '../case/case.ts';
import type { Family } from '../../families/case.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { factsOf } from '../../families/decide/facts.ts';
import type { GivenAnswers } from '../decide/answers.ts';
import { factsToWire, withAnswers } from '../decide/facts-wire.ts';
import { kept, type KeptDetermination } from './kept-determination.ts';
import { keptFacts } from '../decide/kept-facts.ts';

/** What the policy says of a subject on a day, from the register and, where that is silent, from the family's answers. */
export interface Determining {
  readonly determination: Said;
  /** What the case keeps of it. */
  readonly kept: KeptDetermination;
}

/** Determines a subject of a household. The pack covers the period (`decide.receive` refuses others first). */
export function determineFor(
  pack: Pack,
  family: Family,
  of: { readonly subject: PersonId; readonly period: string; readonly answers: GivenAnswers; readonly on: Day },
  engine: string,
): Determining & { readonly determination: Determination } {
  const facts = withAnswers(factsOf(family, of.subject, of.on), of.answers);
  const determination = explain(pack, facts, of.period);
  const used = factsToWire(keptFacts(facts, determination), of.answers);
  return { determination, kept: kept(determination, used, engine) };
}
