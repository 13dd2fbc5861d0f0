import { resolve } from 'node:path';
import type { WouldChange } from '../../../rules/change/change.ts';
import { whatWouldChange } from '../../../rules/change/what-would-change.ts';
import type { Determination } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { OutOfRange } from '../../../rules/explain/compile/operations.ts';
import { problemText } from '../../../rules/explain/facts/fact-problems.ts';
import { readFacts } from '../../../rules/explain/facts/read-facts.ts';
import type { Facts } from '../../../rules/facts.ts';
import { fenToWire } from '../../../values/fen.ts';
import { type Given, textValue } from '../arguments.ts';
import { wouldChangeWire } from '../law/change-wire.ts';
import { determinationText } from '../law/determination-text.ts';
import { unreadText } from '../law/findings.ts';
import { policyAndPeriod } from '../law/find-policy.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { placeOfJsonFault } from '../law/json-fault.ts';
import { readText } from '../law/law-files.ts';
import { misused, type Or, refused, tellRefusal } from '../refusal.ts';
import { wordsIn } from '../words/made/all.ts';

function readFactsFile(io: Io, pack: Pack, written: string): Or<Facts> {
  const words = wordsIn(io.language);
  const read = readText(resolve(io.cwd, written));
  if (read.kind !== 'text') return refused(read.kind, unreadText(read.kind, written, words));
  const text = read.text.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const { line, column } = placeOfJsonFault(text);
    return refused('bad-json', words.badJson({ path: written, line, column }));
  }
  const facts = readFacts(pack.vocabulary, json);
  if (facts.kind === 'facts') return { found: facts.facts };
  const told = facts.problems.map((problem) => `  - ${problemText(problem, io.language)}`);
  return refused('bad-facts', [words.badFacts({ path: written }), ...told].join('\n'), facts.problems);
}

/** What the command works with, or why it can't. */
function prepare(io: Io, given: Given): Or<{ pack: Pack; facts: Facts; period: string }> {
  const factsFile = textValue(given, 'facts');
  if (given.positionals.length === 1 && factsFile === undefined) return misused(wordsIn(io.language).noFacts);
  const asked = policyAndPeriod(io, given);
  if ('refusal' in asked) return asked;
  const { pack, period } = asked.found;
  const facts = readFactsFile(io, pack, factsFile ?? '');
  return 'refusal' in facts ? facts : { found: { pack, facts: facts.found, period } };
}

/** A determination on the wire: money as a decimal text of fen, null where there is none. */
function wire({ amountFen, ...rest }: Determination, wouldChange: WouldChange): unknown {
  const { policy, version, period, outcome, trace, ...reasons } = rest;
  return {
    policy,
    version,
    period,
    outcome,
    amountFen: amountFen === undefined ? null : fenToWire(amountFen),
    ...reasons,
    ...wouldChangeWire(wouldChange),
    trace,
  };
}

/** Undefined when the rule's own arithmetic leaves the calendar or the numbers for these facts. */
function determined(pack: Pack, facts: Facts, period: string): Determination | undefined {
  try {
    return explain(pack, facts, period);
  } catch (error) {
    if (error instanceof OutOfRange) return undefined;
    throw error;
  }
}

/** `huijia explain <policy> --facts <file> --period <year>`: one family, with the reasons. */
export function explainCommand(io: Io, given: Given): Exit {
  const asJson = given.values['json'] === true;
  const prepared = prepare(io, given);
  if ('refusal' in prepared) return tellRefusal(io, prepared.refusal, asJson);
  const { pack, facts, period } = prepared.found;
  const determination = determined(pack, facts, period);
  if (determination === undefined) {
    const { policy } = pack.info;
    const message = wordsIn(io.language).outOfRange({ policy });
    return tellRefusal(io, { status: exit.faults, code: 'out-of-range', message }, asJson);
  }
  const wouldChange = whatWouldChange(pack, facts, period);
  io.out(
    asJson
      ? `${JSON.stringify(wire(determination, wouldChange), null, 2)}\n`
      : determinationText(pack.info, determination, wouldChange, io.language),
  );
  return exit.fine;
}
