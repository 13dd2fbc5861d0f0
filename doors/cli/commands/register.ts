import { inLanguage } from '../../../values/language.ts';
import { resolve } from 'node:path';
import { dayInChina } from '../../../building/clock.ts';
import { buildRegister, type Built, type Source } from '../../../registers/build/build.ts';
import { checkShard } from '../../../registers/open/check-shard.ts';
import type { Manifest } from '../../../registers/folder/manifest.ts';
import { checkDigests, openRegister } from '../../../registers/open/open.ts';
import { kindWords, problemText, type RegisterProblem } from '../../../registers/problem.ts';
import { everything, readShard } from '../../../registers/open/read-shard.ts';
import { readVocabulary, type Vocabulary } from '../../../rules/vocabulary.ts';
import { type Day, readDay } from '../../../values/day.ts';
import { readEnvironment } from '../../environment.ts';
import { type Given, textValue } from '../arguments.ts';
import { pathFrom } from '../law/findings.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { houseLaw, readText } from '../law/law-files.ts';
import { orRefused } from '../or-refused.ts';
import { peopleOfOffice } from '../run/people-of-office.ts';
import { misused, type Or, type Refusal, refused, tellRefusal } from '../refusal.ts';
import { wordsIn } from '../words/made/all.ts';

const problemsTold = (io: Io, problems: readonly RegisterProblem[]): readonly string[] =>
  problems.map((problem) => `  - ${problemText(problem, io.language)}`);

function vocabularyOf(io: Io, given: Given): Or<Vocabulary> {
  const words = wordsIn(io.language);
  const law = textValue(given, 'law');
  const path = resolve(law === undefined ? houseLaw : resolve(io.cwd, law), 'vocabulary.yaml');
  const text = readText(path);
  if (text.kind !== 'text') return refused(text.kind, words.unreadable({ path: pathFrom(io.cwd)(path) }));
  const read = readVocabulary({ file: path, text: text.text });
  return read.kind === 'vocabulary' ? { found: read.vocabulary } : refused('faulty-law', words.vocabularyFaulty);
}

function asOfDay(io: Io, given: Given): Or<Day> {
  const written = textValue(given, 'as-of');
  if (written === undefined) return { found: dayInChina(new Date()) };
  const day = readDay(written);
  return day === undefined ? misused(wordsIn(io.language).notADay({ option: '--as-of', written })) : { found: day };
}

function sourceOf(io: Io, from: string, asOf: Day): Source {
  if (from === 'postgres') return peopleOfOffice(readEnvironment(process.env), asOf);
  return { name: pathFrom(io.cwd)(resolve(io.cwd, from)), file: () => Promise.resolve(resolve(io.cwd, from)) };
}

async function build(io: Io, given: Given): Promise<Or<Built>> {
  const words = wordsIn(io.language);
  const [from, to] = [textValue(given, 'from'), textValue(given, 'to')];
  if (from === undefined) return misused(words.noFrom);
  if (to === undefined) return misused(words.noTo);
  const asOf = asOfDay(io, given);
  if ('refusal' in asOf) return asOf;
  const vocabulary = vocabularyOf(io, given);
  if ('refusal' in vocabulary) return vocabulary;
  return orRefused(io, () =>
    buildRegister({
      source: sourceOf(io, from, asOf.found),
      to: resolve(io.cwd, to),
      vocabulary: vocabulary.found,
      asOf: asOf.found,
      replace: given.values['replace'] === true,
      skipBroken: given.values['skip-broken'] === true,
    }),
  );
}

/** The counts of a register, for a program. */
function wire({ shards, skipped, ...rest }: Manifest): Readonly<Record<string, unknown>> {
  const { asOf, people, linksKnown, householdsKnown, columns } = rest;
  const guests = shards.reduce((sum, shard) => sum + shard.guests, 0);
  return {
    asOf,
    people,
    guests,
    shards: shards.length,
    linksKnown,
    householdsKnown,
    skipped,
    columns: columns.map(({ fact, type, unknown, onlyMonth }) => ({ fact, type, unknown, onlyMonth })),
  };
}

function tellBuilt(io: Io, { manifest, dropped }: Extract<Built, { kind: 'built' }>, to: string): void {
  const words = wordsIn(io.language);
  const { people, shards, skipped, linksKnown, householdsKnown } = manifest;
  const lines = [
    words.registerBuilt({ people, shards: shards.length, to }),
    ...(dropped.length > 0 ? [words.columnsDropped({ names: dropped.join(', ') })] : []),
    ...(householdsKnown ? [] : [words.noHouseholds]),
    ...(linksKnown ? [] : [words.noLinks]),
    ...(skipped.rows > 0 ? [words.rowsSkipped({ rows: skipped.rows, links: skipped.links })] : []),
    ...Object.entries(skipped.byKind).map(([kind, count]) => `  ${count}  ${inLanguage(kindWords(kind), io.language)}`),
  ];
  io.out(`${lines.join('\n')}\n`);
}

async function runBuild(io: Io, given: Given): Promise<Exit> {
  const asJson = given.values['json'] === true;
  const words = wordsIn(io.language);
  const built = await build(io, given);
  if ('refusal' in built) return tellRefusal(io, built.refusal, asJson);
  if (built.found.kind === 'problems') {
    const { counts, told, areOfRows } = built.found;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const message = [
      words.registerFaulty({ count: total }),
      ...problemsTold(io, told),
      words.registerHint({ more: told.length < total, mayBeSkipped: areOfRows }),
    ];
    const refusal: Refusal = { status: exit.faults, code: 'broken-rows', message: message.join('\n'), details: told };
    io.err(`${refusal.message}\n`);
    if (asJson)
      io.out(
        `${JSON.stringify({ error: { code: refusal.code, message: words.registerFaulty({ count: total }), counts, details: told } }, null, 2)}\n`,
      );
    return refusal.status;
  }
  if (asJson) io.out(`${JSON.stringify({ ...wire(built.found.manifest), dropped: built.found.dropped }, null, 2)}\n`);
  else tellBuilt(io, built.found, textValue(given, 'to') ?? '');
  return exit.fine;
}

/** Reads every byte of a register: its checksums, and that its values and links hold together. */
function runCheck(io: Io, given: Given, folder: string): Exit {
  const asJson = given.values['json'] === true;
  const words = wordsIn(io.language);
  const read = openRegister(resolve(io.cwd, folder));
  const problems =
    read.kind === 'problems'
      ? read.problems
      : read.register.manifest.shards.flatMap((entry, index) => {
          const wanted = everything(read.register);
          const decayed = checkDigests(read.register, entry);
          return [...decayed, ...checkShard(read.register, index, readShard(read.register, index, wanted), wanted)];
        });
  if (problems.length > 0) {
    const message = [words.registerSpoilt({ folder }), ...problemsTold(io, problems)].join('\n');
    return tellRefusal(io, { status: exit.faults, code: 'faulty-register', message, details: problems }, asJson);
  }
  if (read.kind !== 'register') throw new Error('A register without a problem opens');
  const { manifest } = read.register;
  io.out(
    asJson
      ? `${JSON.stringify(wire(manifest), null, 2)}\n`
      : `${words.registerWhole({ people: manifest.people, shards: manifest.shards.length })}\n`,
  );
  return exit.fine;
}

/** `huijia register build --from people.csv|people.parquet|postgres --to DIR` and `huijia register check DIR`. */
export async function registerCommand(io: Io, given: Given): Promise<Exit> {
  const words = wordsIn(io.language);
  const [action, folder, ...more] = given.positionals;
  const misuse = (sentence: string): Exit => tellRefusal(io, misused(sentence).refusal, given.values['json'] === true);
  if (action === 'build' && folder === undefined) return runBuild(io, given);
  if (action === 'check' && folder !== undefined && more.length === 0) return runCheck(io, given, folder);
  return misuse(words.registerUsage);
}
