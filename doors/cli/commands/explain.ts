import { resolve } from 'node:path';
import { nearest } from '../../../rules/check/nearest.ts';
import type { Determination } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { problemText, readFacts } from '../../../rules/explain/read-facts.ts';
import type { Facts } from '../../../rules/facts.ts';
import type { Finding } from '../../../rules/finding.ts';
import { policyNamed } from '../../../rules/pack/references.ts';
import { fenToWire } from '../../../values/fen.ts';
import { type Given, textValue } from '../arguments.ts';
import type { Command } from '../command.ts';
import { determinationText } from '../determination-text.ts';
import { findingText, linesOf, pathFrom, unreadText } from '../findings.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { placeOfJsonFault } from '../json-fault.ts';
import { findLawFiles, houseLaw, readPackAt, readText } from '../law-files.ts';
import { wordsIn } from '../words.ts';

/** Why nothing was worked out. */
interface Refusal {
  readonly status: Exit;
  readonly code: string;
  readonly message: string;
  readonly details?: readonly unknown[];
}

type Or<T> = { readonly found: T } | { readonly refusal: Refusal };

const refused = (code: string, message: string, details?: readonly unknown[]): { readonly refusal: Refusal } => ({
  refusal: { status: exit.faults, code, message, ...(details && { details }) },
});

const misused = (message: string): { readonly refusal: Refusal } => ({
  refusal: { status: exit.usage, code: 'usage', message },
});

function findingsTold(io: Io, head: string, findings: readonly Finding[]): string {
  const told = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const read = readText(resolve(io.cwd, finding.span.file));
      return findingText(finding, read.kind === 'text' ? linesOf(read.text) : [], io.language);
    });
  return [head, ...told].join('\n').trimEnd();
}

function findPack(io: Io, law: string, policy: string): Or<string> {
  const words = wordsIn(io.language);
  const found = findLawFiles(law);
  if (found.kind !== 'files') return refused(found.kind, unreadText(found.kind, pathFrom(io.cwd)(law), words));
  const packs = new Map<string, string>();
  for (const { kind, path } of found.files) {
    const read = kind === 'pack' ? readText(path) : undefined;
    const name = read?.kind === 'text' ? policyNamed(read.text) : undefined;
    if (name !== undefined) packs.set(name, path);
  }
  const path = packs.get(policy);
  if (path !== undefined) return { found: path };
  if (packs.size === 0) return refused('no-policies', words.noPolicies(pathFrom(io.cwd)(law)));
  const near = nearest(policy, packs.keys());
  const hint = near === undefined ? words.knownPolicies([...packs.keys()].join(', ')) : words.didYouMean(near);
  return refused('unknown-policy', `${words.unknownPolicy(policy)}\n${hint}`);
}

function readPolicy(io: Io, given: Given, policy: string): Or<Pack> {
  const words = wordsIn(io.language);
  const law = textValue(given, 'law');
  const isFile = policy.endsWith('.md');
  const path: Or<string> = isFile
    ? { found: resolve(io.cwd, policy) }
    : findPack(io, law === undefined ? houseLaw : resolve(io.cwd, law), policy);
  if ('refusal' in path) return path;
  const read = readPackAt(path.found, pathFrom(io.cwd));
  if (read.kind === 'pack') return { found: read.pack };
  if (read.kind === 'unread') return refused(read.why, unreadText(read.why, read.path, words));
  const head = read.kind === 'findings' ? words.packFaulty(policy) : words.vocabularyFaulty;
  return refused('faulty-law', findingsTold(io, head, read.findings), read.findings);
}

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
    return refused('bad-json', words.badJson(written, line, column));
  }
  const facts = readFacts(pack.vocabulary, json);
  if (facts.kind === 'facts') return { found: facts.facts };
  const language = io.language === 'en' ? 'en' : 'zh';
  const told = facts.problems.map((problem) => `  - ${problemText(problem, language)}`);
  return refused('bad-facts', [words.badFacts(written), ...told].join('\n'), facts.problems);
}

/** What the command works with, or why it can't. */
function prepare(io: Io, given: Given): Or<{ pack: Pack; facts: Facts; period: string }> {
  const words = wordsIn(io.language);
  const [policy, ...more] = given.positionals;
  const [factsFile, period] = [textValue(given, 'facts'), textValue(given, 'period')];
  if (policy === undefined) return misused(words.noPolicy);
  if (more.length > 0) return misused(words.onePolicy);
  if (factsFile === undefined) return misused(words.noFacts);
  if (period === undefined) return misused(words.noPeriod);
  const pack = readPolicy(io, given, policy);
  if ('refusal' in pack) return pack;
  const { periods } = pack.found.info;
  if (!periods.includes(period)) {
    const known = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : periods.join('');
    return refused('period-not-covered', words.periodNotCovered(pack.found.info.policy, period, known));
  }
  const facts = readFactsFile(io, pack.found, factsFile);
  return 'refusal' in facts ? facts : { found: { pack: pack.found, facts: facts.found, period } };
}

/** A determination on the wire: money as a decimal text of fen, null where there is none. */
function wire({ amountFen, ...rest }: Determination): unknown {
  const { policy, version, period, outcome, ...reasons } = rest;
  return {
    policy,
    version,
    period,
    outcome,
    amountFen: amountFen === undefined ? null : fenToWire(amountFen),
    ...reasons,
  };
}

function run(io: Io, given: Given): Exit {
  const asJson = given.values['json'] === true;
  const prepared = prepare(io, given);
  if ('refusal' in prepared) {
    const { status, code, message, details } = prepared.refusal;
    io.err(`${message}\n`);
    if (asJson) io.out(`${JSON.stringify({ error: { code, message, ...(details && { details }) } }, null, 2)}\n`);
    return status;
  }
  const { pack, facts, period } = prepared.found;
  const determination = explain(pack, facts, period);
  io.out(
    asJson
      ? `${JSON.stringify(wire(determination), null, 2)}\n`
      : determinationText(pack.info, determination, io.language),
  );
  return exit.fine;
}

/** `huijia explain <policy> --facts <file> --period <year>`: one family, with the reasons. */
export const explainCommand: Command = { options: { facts: 'string', period: 'string' }, run };
