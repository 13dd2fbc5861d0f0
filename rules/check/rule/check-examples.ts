import { type Fen, readYuan, shortYuanText } from '../../../values/fen.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Outcome } from '../../determination.ts';
import { determine, type Result } from '../../explain/explain.ts';
import type { Pack } from '../../explain/evaluate.ts';
import { OutOfRange } from '../../explain/compile/operations.ts';
import { readFacts } from '../../explain/facts/read-facts.ts';
import type { Facts } from '../../facts.ts';
import { readPeriod } from '../../pack/period.ts';
import { fault } from '../../pack/text/shape.ts';
import type { YamlMap, YamlNode, YamlText } from '../../pack/text/yaml-node.ts';
import type { Report } from '../tell/report.ts';
import { words as catalogue } from '../words/made/all.ts';

/** What an example says will come out. */
export type Expected =
  | { readonly kind: 'amount'; readonly amount: Fen }
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'undetermined'; readonly missing: readonly string[] | undefined };

/** One example: facts of the subject as the pack writes them, and what should come out. */
export interface Example {
  readonly at: { readonly start: number; readonly end: number };
  readonly facts: readonly { readonly key: YamlText; readonly value: YamlNode }[];
  readonly relatives?: { readonly people: readonly YamlMap[]; readonly links: readonly YamlMap[] };
  /** The people of each household, by id. */
  readonly households?: readonly (readonly YamlNode[])[];
  readonly on: string | undefined;
  readonly period: string;
  readonly expected: Expected;
}

export interface Trying {
  readonly report: Report;
  readonly pack: Pack;
}

/** A scalar as JSON would have it, by the fact's type; `?` is not known. */
function jsonOf({ pack }: Trying, fact: string, node: YamlNode): unknown {
  if (node.kind !== 'text') return [];
  const { text } = node;
  if (text === '?') return null;
  const type = pack.vocabulary.facts.get(fact)?.type;
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : text;
  if (type === 'int') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type !== 'money') return text;
  const read = readYuan(text);
  return read.kind === 'amount' ? String(read.fen) : text;
}

function personJson(trying: Trying, entries: Example['facts']): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key.text, jsonOf(trying, key.text, value)]));
}

/** A list stands for what is no text, so that the reader of facts refuses it. */
const textOrList = (node: YamlNode): unknown => (node.kind === 'text' ? node.text : []);

const textsOf = (map: YamlMap): Record<string, unknown> =>
  Object.fromEntries(map.entries.map(({ key, value }) => [key.text, textOrList(value)]));

function factsOf(trying: Trying, example: Example): Facts | undefined {
  const { subject } = trying.pack.rule;
  const period = readPeriod(example.period);
  const relatives = example.relatives?.people.map((person) => personJson(trying, person.entries)) ?? [];
  const read = readFacts(trying.pack.vocabulary, {
    // Examples are looked at on the last day of their period, unless they name a day.
    on: example.on ?? period?.last,
    people: [{ ...personJson(trying, example.facts), id: subject }, ...relatives],
    ...(example.relatives && { links: example.relatives.links.map(textsOf) }),
    ...(example.households && { households: example.households.map((household) => household.map(textOrList)) }),
    subject,
  });
  if (read.kind === 'facts') return read.facts;
  for (const { path, words } of read.problems) {
    const problem = inEveryLanguage(catalogue, (w, inOwn) => w.example.problem({ path, problem: inOwn(words) }));
    fault(trying.report, example.at, 'bad-example', { values: { problem } });
  }
  return undefined;
}

function outcomeWords(kind: Outcome, amount: Fen | undefined, missing: readonly string[]): Localized {
  return inEveryLanguage(catalogue, ({ example }) => {
    if (kind === 'not-eligible') return example.notEligible;
    if (kind === 'undetermined') return example.undetermined({ names: missing.join(', ') });
    return example.yuan({ yuan: amount === undefined ? '?' : shortYuanText(amount) });
  });
}

function expectedWords(expected: Expected): Localized {
  if (expected.kind === 'amount') return outcomeWords('eligible', expected.amount, []);
  return expected.kind === 'undetermined'
    ? outcomeWords('undetermined', undefined, expected.missing ?? ['?'])
    : outcomeWords('not-eligible', undefined, []);
}

function agrees(expected: Expected, found: Result): boolean {
  if (expected.kind === 'amount') return found.outcome === 'eligible' && found.amountFen === expected.amount;
  if (found.outcome !== expected.kind) return false;
  if (expected.kind === 'not-eligible' || expected.missing === undefined) return true;
  const names = new Set(found.missing.map(({ name }) => name));
  return names.size === expected.missing.length && expected.missing.every((name) => names.has(name));
}

function resultOf(trying: Trying, example: Example, facts: Facts): Result | undefined {
  try {
    return determine(trying.pack, facts, example.period);
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    const problem = inEveryLanguage(catalogue, (w) => w.example.outOfRange);
    return fault(trying.report, example.at, 'bad-example', { values: { problem } });
  }
}

/** Runs the example; reports what came out instead of what was expected. */
export function tryExample(trying: Trying, example: Example): void {
  const { report, pack } = trying;
  if (!pack.info.periods.includes(example.period))
    return fault(report, example.at, 'period-not-covered', { values: { period: example.period } });
  const facts = factsOf(trying, example);
  const found = facts && resultOf(trying, example, facts);
  if (found === undefined || agrees(example.expected, found)) return undefined;
  const expected = expectedWords(example.expected);
  const names = found.missing.map(({ name }) => name);
  const came = outcomeWords(found.outcome, found.amountFen, names);
  return fault(report, example.at, 'example-fails', { values: { expected, found: came } });
}
