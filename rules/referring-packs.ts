import { reportOn } from './check/tell/report.ts';
import type { Pack } from './explain/evaluate.ts';
import type { Finding } from './finding.ts';
import { fault } from './pack/text/shape.ts';
import type { FurtherLanguage } from './pack/text/further.ts';
import { policyNamed, type Reference, referencesIn } from './pack/text/references.ts';
import { type PackRead, readPack } from './read-pack.ts';
import { sourceText } from './source-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The text of one pack. */
export interface LawText {
  /** As findings name it. */
  readonly file: string;
  readonly text: string;
  /** Names the text: a digest that the caller computes, since this part of the house does no hashing. */
  readonly version: string;
  /** As for {@link readPack}: its examples are known to come out. */
  readonly tried?: boolean;
  readonly further?: readonly FurtherLanguage[];
}

/** The texts so that each stands after those it refers to; and the references that lead back to where they started. */
interface Order {
  readonly order: readonly LawText[];
  readonly circles: ReadonlyMap<LawText, Finding>;
}

/** One pack on the way, and the reference by which the way goes on. */
interface Passed {
  readonly text: LawText;
  readonly reference: Reference;
}

function circleFinding({ text, reference }: Passed, policies: readonly string[]): Finding | undefined {
  const report = reportOn(sourceText(text.file, text.text));
  fault(report, reference, 'policies-in-a-circle', { values: { circle: policies.join(' → ') } });
  return report.findings[0];
}

/** Tells each pack on the circle, the circle beginning with itself. */
function tellCircle(circles: Map<LawText, Finding>, circle: readonly Passed[]): void {
  circle.forEach((passed, i) => {
    const turned = [...circle.slice(i), ...circle.slice(0, i), passed];
    const found = circleFinding(
      passed,
      turned.map(({ text }) => policyNamed(text.text) ?? ''),
    );
    if (found !== undefined && !circles.has(passed.text)) circles.set(passed.text, found);
  });
}

function orderOf(texts: readonly LawText[]): Order {
  const byPolicy = new Map(texts.map((text) => [policyNamed(text.text), text]));
  const order: LawText[] = [];
  const circles = new Map<LawText, Finding>();
  const begun = new Set<LawText>();
  const visit = (text: LawText, path: readonly Passed[]): void => {
    begun.add(text);
    for (const reference of referencesIn(text)) {
      const here = [...path, { text, reference }];
      const next = byPolicy.get(reference.policy);
      const from = here.findIndex((passed) => passed.text === next);
      if (from !== -1) tellCircle(circles, here.slice(from));
      else if (next !== undefined && !begun.has(next)) visit(next, here);
    }
    order.push(text);
  };
  for (const text of texts) if (!begun.has(text)) visit(text, []);
  return { order, circles };
}

const namesOf = (texts: readonly LawText[]): ReadonlySet<string> =>
  new Set(texts.map(({ text }) => policyNamed(text)).filter((name) => name !== undefined));

/**
 * Reads packs that may refer to one another, each after those it refers to; the results stand in the order of the texts. Policies that
 * refer to each other in a circle are a fault of each of them. Never throws on any text.
 */
export function readPacks(
  texts: readonly LawText[],
  vocabulary: Vocabulary,
  named: ReadonlySet<string> = namesOf(texts),
): readonly PackRead[] {
  const { order, circles } = orderOf(texts);
  const packs = new Map<string, Pack>();
  const reads = new Map<LawText, PackRead>();
  for (const text of order) {
    const circle = circles.get(text);
    const read: PackRead = circle
      ? { kind: 'findings', findings: [circle] }
      : readPack({ ...text, vocabulary, packs, named });
    if (read.kind === 'pack') packs.set(read.pack.info.policy, read.pack);
    reads.set(text, read);
  }
  return texts.flatMap((text) => reads.get(text) ?? []);
}

/** The text and those of the others that it refers to, also by way of others; itself first. */
export function withReferred<Text extends Pick<LawText, 'file' | 'text'>>(
  text: Text,
  others: readonly Text[],
): readonly Text[] {
  const byPolicy = new Map(others.map((other) => [policyNamed(other.text), other]));
  // A reference back stays with the text that was asked for.
  byPolicy.delete(policyNamed(text.text));
  const found = new Set([text]);
  for (const one of found)
    for (const { policy } of referencesIn(one)) {
      const other = byPolicy.get(policy);
      if (other !== undefined) found.add(other);
    }
  return [...found];
}

/** Reads one pack; of the others only those that it refers to. */
export function readPackAmong(text: LawText, others: readonly LawText[], vocabulary: Vocabulary): PackRead {
  const [read] = readPacks(withReferred(text, others), vocabulary, namesOf([text, ...others]));
  if (read === undefined) throw new Error('A pack was read and nothing came out.');
  return read;
}
