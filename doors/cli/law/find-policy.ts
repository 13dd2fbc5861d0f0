import { resolve } from 'node:path';
import { nearest } from '../../../rules/check/tell/nearest.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Finding } from '../../../rules/finding.ts';
import { policyNamed } from '../../../rules/pack/text/references.ts';
import { type Given, textValue } from '../arguments.ts';
import { findingText, linesOf, pathFrom, unreadText } from './findings.ts';
import type { Io } from '../io.ts';
import { findLawFiles, houseLaw, readPackAt, readText } from './law-files.ts';
import { misused, type Or, refused } from '../refusal.ts';
import { keptHere, triedLawsIn } from './tried-laws.ts';
import { wordsIn } from '../words/made/all.ts';

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
    const before = name === undefined ? undefined : packs.get(name);
    if (before !== undefined && name === policy)
      return refused('policy-twice', words.policyTwice({ policy, one: before, other: path }));
    if (name !== undefined) packs.set(name, path);
  }
  const path = packs.get(policy);
  if (path !== undefined) return { found: path };
  if (packs.size === 0) return refused('no-policies', words.noPolicies({ path: pathFrom(io.cwd)(law) }));
  const near = nearest(policy, packs.keys());
  const hint =
    near === undefined
      ? words.knownPolicies({ names: [...packs.keys()].join(', ') })
      : words.didYouMean({ name: near });
  return refused('unknown-policy', `${words.unknownPolicy({ policy })}\n${hint}`);
}

/** The pack of that name in the folder of the law, or in that file. */
function readPolicy(io: Io, given: Given, policy: string): Or<Pack> {
  const words = wordsIn(io.language);
  const law = textValue(given, 'law');
  const isFile = policy.endsWith('.md');
  const path: Or<string> = isFile
    ? { found: resolve(io.cwd, policy) }
    : findPack(io, law === undefined ? houseLaw : resolve(io.cwd, law), policy);
  if ('refusal' in path) return path;
  const read = readPackAt(path.found, {
    further: io.further,
    shown: pathFrom(io.cwd),
    law: law === undefined ? undefined : resolve(io.cwd, law),
    tried: triedLawsIn(keptHere),
  });
  if (read.kind === 'pack') return { found: read.pack };
  if (read.kind === 'unread') return refused(read.why, unreadText(read.why, read.path, words));
  const head = read.kind === 'findings' ? words.packFaulty({ policy }) : words.vocabularyFaulty;
  return refused('faulty-law', findingsTold(io, head, read.findings), read.findings);
}

/** The one policy that a command names and the period it asks for, which the policy covers. */
export function policyAndPeriod(io: Io, given: Given): Or<{ readonly pack: Pack; readonly period: string }> {
  const words = wordsIn(io.language);
  const [policy, ...more] = given.positionals;
  const period = textValue(given, 'period');
  if (policy === undefined) return misused(words.noPolicy);
  if (more.length > 0) return misused(words.onePolicy);
  if (period === undefined) return misused(words.noPeriod);
  return packCovering(io, given, policy, period);
}

/** The policy of that name or in that file, if it covers the period. */
export function packCovering(
  io: Io,
  given: Given,
  policy: string,
  period: string,
): Or<{ readonly pack: Pack; readonly period: string }> {
  const pack = readPolicy(io, given, policy);
  if ('refusal' in pack) return pack;
  const { periods } = pack.found.info;
  if (periods.includes(period)) return { found: { pack: pack.found, period } };
  const known = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : periods.join('');
  const sentence = wordsIn(io.language).periodNotCovered({ policy: pack.found.info.policy, period, known });
  return refused('period-not-covered', sentence);
}
