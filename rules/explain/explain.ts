import { fen, type Fen } from '../../values/fen.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Determination, MissingFact, Outcome, Reason } from '../determination.ts';
import type { Facts } from '../facts.ts';
import { evaluateFamily, gapsIn, outcomeOf, type Pack } from './evaluate.ts';
import { type Family, familyOf } from './facts/family.ts';
import { inSetOrder } from './missing/missing-order.ts';
import { type Filling, fillingOf, reasonsFor } from './tell/reasons.ts';
import { openFacts } from './missing/relevance.ts';
import type { Evaluation } from './compile/step.ts';
import { traceOf } from './tell/trace.ts';
import type { Gap } from './compile/values.ts';
import { factWords, type Speaking } from './tell/value-words.ts';
import { words } from './words/made/all.ts';

function missingFact(pack: Pack, speaking: Speaking, gap: Gap): MissingFact {
  const isSubjects = gap.person === speaking.subject;
  const question = isSubjects ? pack.info.questions.find(({ fact }) => fact === gap.name)?.key : undefined;
  return { ...gap, words: factWords(speaking, gap), ...(question !== undefined && { question }) };
}

/** While facts are missing, the reasons are those facts. */
function openReasons(speaking: Speaking, gaps: readonly Gap[]): readonly Reason[] {
  return gaps.map((gap) => {
    const what = factWords(speaking, gap);
    return { words: inEveryLanguage(words, (w, inOwn) => w.missing({ what: inOwn(what) })) };
  });
}

/** Facts are unknown, but whatever they are, the result is the same. */
function indifferentReasons(speaking: Speaking, gaps: readonly Gap[]): readonly Reason[] {
  return gaps.map((gap) => {
    const what = factWords(speaking, gap);
    return { words: inEveryLanguage(words, (w, inOwn) => w.indifferent({ what: inOwn(what) })) };
  });
}

function reasonsOf(pack: Pack, evaluation: Evaluation, filling: Filling): readonly Reason[] {
  const { eligible, amount } = evaluation;
  const { because } = pack.rule;
  const reasons = [...reasonsFor(eligible, 'eligible', because, filling)];
  if (amount !== undefined) reasons.push(...reasonsFor(amount, 'amount', because, filling));
  // One step may decide both whether and how much; it is said once.
  return reasons.filter(
    (reason, i) => reasons.findIndex((other) => other.words['zh-CN'] === reason.words['zh-CN']) === i,
  );
}

/** What the facts come to, before it is told why. */
export interface Result {
  readonly outcome: Outcome;
  readonly amountFen: Fen | undefined;
  readonly missing: readonly Gap[];
  /** Facts are unknown that cannot change anything. */
  readonly indifferent: boolean;
}

function amountOf(evaluation: Evaluation, outcome: Outcome): Fen | undefined {
  const value = evaluation.amount?.value;
  return outcome === 'eligible' && typeof value === 'bigint' ? fen(value) : undefined;
}

function resultOf(pack: Pack, family: Family, evaluation: Evaluation): Result {
  const outcome = outcomeOf(evaluation);
  const amountFen = amountOf(evaluation, outcome);
  if (outcome !== 'undetermined') return { outcome, amountFen, missing: [], indifferent: false };
  const { gaps, settled } = openFacts(pack, family, evaluation.period.text, evaluation);
  if (settled === undefined)
    return { outcome, amountFen, missing: inSetOrder(pack, family.subject, gaps), indifferent: false };
  const sure = outcomeOf(settled);
  return { outcome: sure, amountFen: amountOf(settled, sure), missing: [], indifferent: true };
}

/** The result alone, without reasons and trace: for trying many. Throws as {@link explain} does. */
export function determine(pack: Pack, facts: Facts, period: string): Result {
  return determineFamily(pack, familyOf(facts), period);
}

/** As {@link determine}, of a family that is not listed. */
export function determineFamily(pack: Pack, family: Family, period: string): Result {
  return resultOf(pack, family, evaluateFamily(pack, family, period));
}

function becauseOf(
  pack: Pack,
  speaking: Speaking,
  evaluation: Evaluation,
  filling: Filling,
  { outcome, missing, indifferent }: Result,
): readonly Reason[] {
  if (indifferent) return indifferentReasons(speaking, inSetOrder(pack, speaking.subject, gapsIn(evaluation)));
  return outcome === 'undetermined' ? openReasons(speaking, missing) : reasonsOf(pack, evaluation, filling);
}

/**
 * What the pack says of one family for one period, with every reason. A fact that is not known makes the result `undetermined` only
 * if it can still change it. Throws a RangeError when the pack does not cover the period (see `pack.info.periods`).
 */
export function explain(pack: Pack, facts: Facts, period: string): Determination {
  const family = familyOf(facts);
  const evaluation = evaluateFamily(pack, family, period);
  const { info } = pack;
  const speaking: Speaking = {
    vocabulary: pack.vocabulary,
    subjectWords: info.subject.words,
    subject: facts.subject,
  };
  const filling = fillingOf(evaluation);
  const result = resultOf(pack, family, evaluation);
  const { outcome, amountFen, missing } = result;
  return {
    policy: info.policy,
    version: info.version,
    period,
    outcome,
    ...(amountFen !== undefined && { amountFen }),
    missing: missing.map((gap) => missingFact(pack, speaking, gap)),
    because: becauseOf(pack, speaking, evaluation, filling, result),
    trace: traceOf(pack, evaluation, speaking, outcome),
  };
}
