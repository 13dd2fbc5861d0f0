import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../building/database/transaction.ts';
import { day } from '../../../values/day.ts';
import { isWorkingDay } from '../../../values/working-days.ts';
import { settingsOf } from '../who/acting.ts';
import { apply } from '../../benefits/apply/apply.ts';
import { takeUpYears } from './calendar.ts';
import { calendarOf, putYear } from './calendar-store.ts';
import { lawFolder } from '../law-folder.ts';
import { publishedYears, takeUpLawCalendar } from './law-calendar.ts';
import { dropDrafts, moveDeadlines } from '../../benefits/rounds.ts';
import { as, county, system, testOffice } from '../../benefits/testing-office.ts';

const { house, family, application, forgetCalendar, at } = await testOffice({ now: '2026-12-01T09:00:00+08:00' });

test('the State Council’s notices of 2025 and 2026 are in the database after the first start, make-up days included', async () => {
  const calendar = await inTransaction(house.db, settingsOf(system), calendarOf);
  expect([...calendar.publishedYears].toSorted((a, b) => a - b)).toEqual([2025, 2026]);
  expect(isWorkingDay(calendar, day('2026-02-14'))).toBe(true); // Saturday, made up.
  expect(isWorkingDay(calendar, day('2026-02-16'))).toBe(false); // Monday, Spring Festival.
  expect(isWorkingDay(calendar, day('2026-10-10'))).toBe(true);
});

test('a second start changes nothing', async () => {
  expect(await takeUpLawCalendar(house)).toEqual({ added: [], corrected: [] });
});

test('a notice that is corrected in the law folder is taken up, in the audit, and moves the deadlines of open cases', async () => {
  const liu = await family({ birth: '2025-04-01' });
  const march = at('2026-03-02T09:00:00+08:00');
  const outcome = await apply(march, liu.acting, application(liu));
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.found.dueOn).toBe('2026-04-14');

  const folder = await mkdtemp(join(tmpdir(), 'huijia-law-'));
  await cp(join(lawFolder, 'working-days'), join(folder, 'working-days'), { recursive: true });
  const file = join(folder, 'working-days', '2026.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('from: 2026-04-04, to: 2026-04-06', 'from: 2026-04-04, to: 2026-04-07'));
  expect(await takeUpLawCalendar(march, folder)).toEqual({ added: [], corrected: [2026] });
  forgetCalendar();
  expect(await moveDeadlines(march, county)).toBe(1);
  const dueOn = async () =>
    as(house, system, (trx) =>
      trx.selectFrom('benefitCase').select('dueOn').where('id', '=', outcome.found.id).executeTakeFirst(),
    );
  expect(await dueOn()).toEqual({ dueOn: '2026-04-15' });
  const acts = await as(house, system, (trx) =>
    trx.selectFrom('auditEntry').select('subjectId').where('act', '=', 'calendar.corrected').execute(),
  );
  expect(acts).toEqual([{ subjectId: '2026' }]);

  // As the folder has it again, so that the other tests find the law's days.
  expect(await takeUpLawCalendar(house)).toEqual({ added: [], corrected: [2026] });
  forgetCalendar();
  expect(await moveDeadlines(march, county)).toBe(1);
  expect(await dueOn()).toEqual({ dueOn: '2026-04-14' });
  await rm(folder, { recursive: true });
});

test('a day outside its year’s notice is a broken assumption', async () => {
  const wrong = {
    year: 2027,
    notice: '通知',
    changes: [{ day: day('2028-01-01'), kind: 'holiday' as const, name: '元旦' }],
  };
  await expect(as(house, system, (trx) => putYear(trx, wrong))).rejects.toThrow('2028-01-01 is not a day of 2027');
});

test('a year newly published moves provisional deadlines, and the families are told', async () => {
  const liu = await family({ birth: '2025-03-01' });
  const outcome = await apply(house, liu.acting, application(liu));
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.found).toMatchObject({ dueOn: '2027-01-12', dueProvisional: true });
  expect(await moveDeadlines(house, county)).toBe(0);

  const newYear = {
    year: 2027,
    notice: '国务院办公厅关于2027年部分节假日安排的通知',
    changes: [{ day: day('2027-01-01'), kind: 'holiday' as const, name: '元旦' }],
  };
  expect(await as(house, system, (trx) => takeUpYears(trx, [newYear]))).toEqual({ added: [2027], corrected: [] });
  expect(await moveDeadlines(house, county)).toBe(1);
  expect(await moveDeadlines(house, county)).toBe(0);

  const kept = await as(house, liu.acting, async (trx) => ({
    row: await trx
      .selectFrom('benefitCase')
      .select(['dueOn', 'dueProvisional', 'version'])
      .where('id', '=', outcome.found.id)
      .executeTakeFirst(),
    event: await trx
      .selectFrom('caseEvent')
      .select(['kind', 'actorKind', 'body'])
      .where('caseId', '=', outcome.found.id)
      .where('seq', '=', 2)
      .executeTakeFirst(),
    told: await trx
      .selectFrom('notice')
      .select('words')
      .where('matterId', '=', outcome.found.id)
      .where('kind', '=', 'case.deadline-moved')
      .execute(),
  }));
  expect(kept.row).toEqual({ dueOn: '2027-01-13', dueProvisional: false, version: 2 });
  expect(kept.event).toMatchObject({
    kind: 'deadline-moved',
    actorKind: 'system',
    body: { from: '2027-01-12', dueOn: '2027-01-13' },
  });
  expect(kept.told[0]?.words['zh-CN']).toContain('2027年1月13日');
});

test('a case that can’t be read keeps no other from having its deadline looked over, and is told', async () => {
  const [broken, sound] = [await family({ birth: '2025-03-01' }), await family({ birth: '2025-04-01' })];
  const received = async (of: typeof broken) => {
    const outcome = await apply(house, of.acting, application(of));
    if (outcome.kind !== 'received') throw new Error(outcome.kind);
    return outcome.found.id;
  };
  const [brokenCase, soundCase] = [await received(broken), await received(sound)];
  await as(house, system, (trx) =>
    trx
      .insertInto('caseEvent')
      .values({
        county,
        caseId: brokenCase,
        seq: 9,
        at: house.clock.now(),
        actorKind: 'system',
        actorName: '惠家',
        kind: 'withdrawn',
        body: '{}',
      })
      .execute(),
  );
  const changes = ['2027-01-04', '2027-01-05'].map((on) => ({ day: day(on), kind: 'holiday' as const, name: '调休' }));
  await as(house, system, (trx) => putYear(trx, { year: 2027, notice: '更正', changes }));
  const looking: unknown = await moveDeadlines(house, county).catch((error: unknown) => error);
  expect(looking).toMatchObject({ message: 'The deadlines of 1 cases were not looked over' });
  expect(looking).toHaveProperty('errors.0.message', expect.stringContaining(brokenCase));
  const moved = await as(house, system, (trx) =>
    trx
      .selectFrom('caseEvent')
      .select('caseId')
      .where('kind', '=', 'deadline-moved')
      .where('caseId', 'in', [brokenCase, soundCase])
      .execute(),
  );
  expect(moved).toEqual([{ caseId: soundCase }]);
});

test('drafts go after thirty days', async () => {
  const { openDraft } = await import('../../benefits/apply/draft.ts');
  const liu = await family();
  await openDraft(house, liu.acting, 'x');
  expect(await dropDrafts(at('2026-12-30T09:00:00+08:00'), county)).toBe(0);
  expect(await dropDrafts(at('2026-12-31T09:00:01+08:00'), county)).toBe(1);
});

test('every notice of the law folder names its number and day', async () => {
  for (const { notice } of await publishedYears()) expect(notice).toMatch(/国办发明电.+\d{4}-\d{2}-\d{2}/);
});
