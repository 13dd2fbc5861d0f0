import { fen } from '../../values/fen.ts';
import type { Determination, MissingFact, Outcome, Reason } from '../determination.ts';
import type { Facts } from '../facts.ts';
import { evaluate, type Evaluation, gapsIn, type Pack } from './evaluate.ts';
import { type Filling, reasonsFor } from './reasons.ts';
import { traceOf } from './trace.ts';
import type { Gap } from './values.ts';
import { factWords, type Speaking } from './words.ts';

function outcomeOf({ eligible, amount }: Evaluation): Outcome {
  if (eligible.value === false) return 'not-eligible';
  const sure = eligible.value === true && typeof amount?.value === 'bigint';
  return sure ? 'eligible' : 'undetermined';
}

function missingFact(pack: Pack, speaking: Speaking, gap: Gap): MissingFact {
  const isSubjects = gap.person === speaking.subject;
  const question = isSubjects ? pack.info.questions.find(({ fact }) => fact === gap.name)?.key : undefined;
  return { ...gap, words: factWords(speaking, gap), ...(question !== undefined && { question }) };
}

/** While facts are missing, the reasons are those facts. */
function openReasons(missing: readonly MissingFact[]): readonly Reason[] {
  return missing.map(({ words }) => ({
    words: { zh: `还不知道${words.zh}，所以还说不准。`, en: `Not yet known: ${words.en}; so this is still open.` },
  }));
}

function reasonsOf(pack: Pack, evaluation: Evaluation, filling: Filling): readonly Reason[] {
  const { eligible, amount } = evaluation;
  const { because } = pack.rule;
  const reasons = [...reasonsFor(eligible, 'eligible', because, filling)];
  if (amount !== undefined) reasons.push(...reasonsFor(amount, 'amount', because, filling));
  // One step may decide both whether and how much; it is said once.
  return reasons.filter((reason, i) => reasons.findIndex((other) => other.words.zh === reason.words.zh) === i);
}

/**
 * What the pack says of one family for one period, with every reason. A fact that is not known makes the result `undetermined` only
 * if it can still change it. Throws a RangeError when the pack does not cover the period (see `pack.info.periods`).
 */
export function explain(pack: Pack, facts: Facts, period: string): Determination {
  const evaluation = evaluate(pack, facts, period);
  const outcome = outcomeOf(evaluation);
  const { subject } = pack.info;
  const speaking: Speaking = { vocabulary: pack.vocabulary, subjectWords: subject.words, subject: facts.subject };
  const missing = outcome === 'undetermined' ? gapsIn(evaluation).map((gap) => missingFact(pack, speaking, gap)) : [];
  const amount = evaluation.amount?.value;
  const filling: Filling = { period, amount, valueOf: evaluation.valueOf };
  return {
    policy: pack.info.policy,
    version: pack.info.version,
    period,
    outcome,
    ...(outcome === 'eligible' && typeof amount === 'bigint' && { amountFen: fen(amount) }),
    missing,
    because: outcome === 'undetermined' ? openReasons(missing) : reasonsOf(pack, evaluation, filling),
    trace: traceOf(pack, evaluation, filling, speaking, outcome),
  };
}
