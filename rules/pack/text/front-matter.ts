import type { Localized } from '../../../values/language.ts';
import { readDivision } from '../../../values/division.ts';
import { addMonths, readMonth } from '../../../values/day.ts';
import type { Report } from '../../check/tell/report.ts';
import type { Source } from '../pack.ts';
import { type Period, readPeriod } from '../period.ts';
import { localizedOf, fault, mapOf, oneOf, shapeOf, textOf } from './shape.ts';
import type { YamlNode } from './yaml-node.ts';

const mostPeriods = 240;

/** What stands before the first article: whose policy this is, for when, and on which sources it rests. */
export interface FrontMatter {
  readonly policy: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly division: string;
  readonly periodKind: 'year' | 'month';
  readonly periods: readonly Period[];
  readonly subjectWords: Localized;
}

const keys = ['policy', 'title', 'summary', 'division', 'period', 'subject', 'sources'] as const;

function readPolicy(report: Report, node: YamlNode | undefined): string | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/.test(text) && text.length <= 100) return text;
  return fault(report, node, 'bad-policy-id', { values: { found: text } });
}

/** The policy that this one adds to, and where that is said. */
export interface Extension {
  readonly policy: string;
  readonly at: YamlNode;
}

function readExtension(report: Report, node: YamlNode | undefined): Extension | undefined {
  const policy = readPolicy(report, node);
  return node === undefined || policy === undefined ? undefined : { policy, at: node };
}

function readDivisionCode(report: Report, node: YamlNode | undefined): string | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  return readDivision(text) ?? fault(report, node, 'bad-division', { values: { found: text } });
}

function following(kind: 'year' | 'month', text: string): string {
  const month = readMonth(text);
  return kind === 'year' || month === undefined ? String(Number(text) + 1) : addMonths(month, 1);
}

function readPeriods(
  report: Report,
  node: YamlNode | undefined,
): { kind: 'year' | 'month'; periods: readonly Period[] } | undefined {
  const shape = shapeOf(report, node, { required: ['kind', 'first', 'last'] });
  const kind = oneOf(report, shape?.get('kind'), ['year', 'month'] as const);
  const [first, last] = [textOf(report, shape?.get('first')), textOf(report, shape?.get('last'))];
  if (node === undefined || kind === undefined || first === undefined || last === undefined) return undefined;
  const periods: Period[] = [];
  for (let text = first; periods.length <= mostPeriods; text = following(kind, text)) {
    const period = readPeriod(text);
    if (period === undefined || (kind === 'month') !== text.includes('-') || text > last) break;
    periods.push(period);
  }
  if (periods.length <= mostPeriods && periods.at(-1)?.text === last) return { kind, periods };
  return fault(report, node, 'bad-period-range', { values: { most: String(mostPeriods) } });
}

const verifications = ['official-text', 'official-press', 'third-party', 'secondary'] as const;

function readSource(report: Report, key: string, node: YamlNode): Source | undefined {
  const shape = shapeOf(report, node, { required: ['title', 'verified'], optional: ['date', 'address'] });
  const title = textOf(report, shape?.get('title'));
  const verified = oneOf(report, shape?.get('verified'), verifications);
  const date = textOf(report, shape?.get('date'));
  const address = textOf(report, shape?.get('address'));
  if (title === undefined || verified === undefined) return undefined;
  return { key, title, verified, ...(date !== undefined && { date }), ...(address !== undefined && { address }) };
}

/** Reads the front matter; the sources come out even where the rest is faulty, so that citations can still be checked. */
export function readFrontMatter(
  report: Report,
  node: YamlNode | undefined,
): {
  readonly front: FrontMatter | undefined;
  readonly sources: ReadonlyMap<string, Source>;
  readonly periods: readonly Period[];
  readonly extension: Extension | undefined;
} {
  const shape = shapeOf(report, node, { required: keys, optional: ['extends'] });
  const sources = new Map<string, Source>();
  for (const { key, value } of mapOf(report, shape?.get('sources'))?.entries ?? []) {
    const source = readSource(report, key.text, value);
    if (source !== undefined) sources.set(key.text, source);
  }
  const policy = readPolicy(report, shape?.get('policy'));
  const extension = readExtension(report, shape?.get('extends'));
  const title = localizedOf(report, shape?.get('title'));
  const summary = localizedOf(report, shape?.get('summary'));
  const division = readDivisionCode(report, shape?.get('division'));
  const period = readPeriods(report, shape?.get('period'));
  const subjectWords = localizedOf(report, shape?.get('subject'));
  const periods = period?.periods ?? [];
  if (!policy || !title || !summary || !division || !period || !subjectWords)
    return { front: undefined, sources, periods, extension };
  const front = { policy, title, summary, division, periodKind: period.kind, periods, subjectWords };
  return { front, sources, periods, extension };
}
