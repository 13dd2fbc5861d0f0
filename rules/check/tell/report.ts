import type { Finding } from '../../finding.ts';
import type { FurtherLanguage } from '../../pack/text/further.ts';
import { type SourceText, spanBetween } from '../../source-text.ts';
import { type FindingCode, findingOf, type FindingValues } from './findings.ts';

/** Beyond this many faults a pack is not read but guessed at; the rest is left unsaid. */
const mostFindings = 500;

/** Collects every fault of one text, each at its place. */
export interface Report {
  readonly source: SourceText;
  /** In which languages the words of the text are wanted beside those it is written in. */
  readonly further: readonly FurtherLanguage[];
  readonly findings: readonly Finding[];
  /** Adds a fault at the offsets `start` to `end` of the source. */
  readonly add: (code: FindingCode, start: number, end: number, details?: FindingDetails) => void;
}

export interface FindingDetails {
  /** What the sentence's placeholders stand for. */
  readonly values?: FindingValues;
  readonly didYouMean?: string | undefined;
}

export function reportOn(source: SourceText, further: readonly FurtherLanguage[] = []): Report {
  const findings: Finding[] = [];
  const add: Report['add'] = (code, start, end, details = {}) => {
    if (findings.length < mostFindings) findings.push(findingOf(code, spanBetween(source, start, end), details));
  };
  return { source, further, findings, add };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order in which a reader meets them. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    ({ span: a }, { span: b }) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}
