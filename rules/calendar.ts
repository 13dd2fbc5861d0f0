import { addDays, type Day, daysBetween, weekdayOf, yearOf } from '../values/day.ts';
import type { WorkingCalendar } from '../values/working-days.ts';
import { hasErrors, inReadingOrder, type Report, reportOn } from './check/tell/report.ts';
import type { Finding } from './finding.ts';
import { localizedOf, dayOfNode, fault, listOf, oneOf, shapeOf, textOf, wholeNumberOf } from './pack/text/shape.ts';
import { readYaml } from './pack/text/yaml.ts';
import type { YamlNode } from './pack/text/yaml-node.ts';
import { sourceText } from './source-text.ts';

export type CalendarRead =
  | { readonly kind: 'calendar'; readonly calendar: WorkingCalendar }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] };

interface Found {
  readonly report: Report;
  readonly year: number | undefined;
  /** All days of all notices so far: each is told once. */
  readonly taken: Set<Day>;
}

const longestHoliday = 31;

function take({ report, year, taken }: Found, day: Day, node: YamlNode): void {
  if (year !== undefined && yearOf(day) !== year)
    fault(report, node, 'bad-calendar-year', { values: { found: String(year) } });
  else if (taken.has(day)) fault(report, node, 'calendar-day-doubled', { values: { found: day } });
  taken.add(day);
}

function readHoliday(found: Found, node: YamlNode): readonly Day[] {
  const { report } = found;
  const shape = shapeOf(report, node, { required: ['from', 'to', 'name'] });
  localizedOf(report, shape?.get('name'));
  const [from, to] = [dayOfNode(report, shape?.get('from')), dayOfNode(report, shape?.get('to'))];
  if (from === undefined || to === undefined) return [];
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestHoliday)
    return fault(report, node, 'expected-day', { values: { found: to } }) ?? [];
  const days = Array.from({ length }, (_, i) => addDays(from, i));
  for (const day of days) take(found, day, node);
  return days;
}

function readMakeUpDay(found: Found, node: YamlNode): readonly Day[] {
  const day = dayOfNode(found.report, node);
  if (day === undefined) return [];
  if (weekdayOf(day) <= 5) fault(found.report, node, 'make-up-day-not-weekend', { values: { found: day } });
  take(found, day, node);
  return [day];
}

interface Year {
  readonly year: number | undefined;
  readonly holidays: readonly Day[];
  readonly makeUpDays: readonly Day[];
}

function readYear(report: Report, taken: Set<Day>): Year {
  const root = readYaml(report, 0, report.source.text.length);
  const shape = shapeOf(report, root, { required: ['year', 'notice', 'holidays', 'makeUpDays'] });
  const notice = shapeOf(report, shape?.get('notice'), { required: ['title', 'number', 'date', 'verified'] });
  for (const key of ['title', 'number']) textOf(report, notice?.get(key));
  dayOfNode(report, notice?.get('date'));
  oneOf(report, notice?.get('verified'), ['official-text', 'official-press'] as const);
  const found: Found = { report, year: wholeNumberOf(report, shape?.get('year')), taken };
  const holidays = (listOf(report, shape?.get('holidays')) ?? []).flatMap((node) => readHoliday(found, node));
  const makeUpDays = (listOf(report, shape?.get('makeUpDays')) ?? []).flatMap((node) => readMakeUpDay(found, node));
  return { year: found.year, holidays, makeUpDays };
}

/**
 * Reads the State Council's holiday notices (`law/working-days/*.yaml`), one year each, into one calendar; or every fault of all
 * of them. A day is told once, in its own year's notice, and make-up days lie on weekends.
 */
export function readWorkingDays(texts: readonly { readonly file: string; readonly text: string }[]): CalendarRead {
  const taken = new Set<Day>();
  const reports = texts.map(({ file, text }) => reportOn(sourceText(file, text)));
  const years = reports.map((report) => readYear(report, taken));
  const findings = reports.flatMap((report) => report.findings);
  if (hasErrors(findings)) return { kind: 'findings', findings: inReadingOrder(findings) };
  const calendar = {
    holidays: new Set(years.flatMap(({ holidays }) => holidays)),
    makeUpDays: new Set(years.flatMap(({ makeUpDays }) => makeUpDays)),
    publishedYears: new Set(years.map(({ year }) => year).filter((year) => year !== undefined)),
  };
  return { kind: 'calendar', calendar };
}
