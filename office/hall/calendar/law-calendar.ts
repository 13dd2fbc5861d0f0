import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { House } from '../house.ts';
import { applySettings, inTransaction } from '../../../building/database/transaction.ts';
import { readWorkingDays } from '../../../rules/calendar.ts';
import { type Day, daysBetween, addDays } from '../../../values/day.ts';
import { recordAudit } from '../record.ts';
import { settingsOf } from '../who/acting.ts';
import { takingUpCalendar } from '../who/hall-purposes.ts';
import { purposeOf } from '../who/purpose.ts';
import { type TakenUp, takeUpYears } from './calendar.ts';
import type { PublishedYear } from './calendar-store.ts';
import { lawFolder } from '../law-folder.ts';

/** One notice as it is written down (`law/working-days/2026.yaml`), after `readWorkingDays` has found no fault in it. */
interface WrittenNotice {
  readonly year: number;
  readonly notice: { readonly title: string; readonly number: string; readonly date: string };
  readonly holidays: readonly { readonly from: Day; readonly to: Day; readonly name: { readonly zh: string } }[];
  readonly makeUpDays: readonly Day[];
}

/** The State Council's notices of the law folder. Throws with every fault when one is not as it should be: no deadline rests on a guess. */
export async function publishedYears(folder: string = lawFolder): Promise<readonly PublishedYear[]> {
  const days = join(folder, 'working-days');
  const files = (await readdir(days)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(
    files.map(async (file) => ({ file: `law/working-days/${file}`, text: await readFile(join(days, file), 'utf8') })),
  );
  const read = readWorkingDays(texts);
  if (read.kind === 'findings') {
    const lines = read.findings.map(({ span, words }) => `${span.file}:${span.line}:${span.column}: ${words['zh-CN']}`);
    throw new Error(`The working calendar has faults:\n${lines.join('\n')}`);
  }
  // The core schema leaves days as text.
  return texts.map(({ text }) => yearOfNotice(parse(text, { schema: 'core' }) as WrittenNotice));
}

function yearOfNotice({ year, notice, holidays, makeUpDays }: WrittenNotice): PublishedYear {
  const rest = holidays.flatMap(({ from, to, name }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => ({
      day: addDays(from, i),
      kind: 'holiday' as const,
      name: name.zh,
    })),
  );
  const work = makeUpDays.map((day) => ({ day, kind: 'make-up' as const, name: '调休上班' }));
  return { year, notice: `${notice.title}（${notice.number}，${notice.date}）`, changes: [...rest, ...work] };
}

/**
 * At start: takes up the years of the law folder that are new or were corrected, and says so in the audit of every county. The deadlines of
 * open cases move with the next daily round.
 */
export async function takeUpLawCalendar(house: House, folder: string = lawFolder): Promise<TakenUp> {
  const published = await publishedYears(folder);
  const { counties } = await house.served.now();
  // The calendar is no county's, and the system's to change.
  return inTransaction(house.db, { kind: 'system', purpose: takingUpCalendar.key }, async (trx) => {
    const taken = await takeUpYears(trx, published);
    const acts = [
      ...taken.added.map((year) => ({ act: 'calendar.published', year })),
      ...taken.corrected.map((year) => ({ act: 'calendar.corrected', year })),
    ];
    for (const { code: county } of acts.length === 0 ? [] : counties) {
      const acting = { kind: 'system', county, purpose: purposeOf(takingUpCalendar) } as const;
      await applySettings(trx, settingsOf(acting));
      for (const { act, year } of acts) {
        const subject = { subjectKind: 'working-year', subjectId: String(year) };
        await recordAudit(trx, acting, { at: house.clock.now(), act, ...subject });
      }
    }
    return taken;
  });
}
