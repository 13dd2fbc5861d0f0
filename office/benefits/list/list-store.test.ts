import { ExplainNode, type KyselyPlugin, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Division } from '../../../values/division.ts';
import type { FamilyActing, StaffActing } from '../../hall/who/acting.ts';
import { day } from '../../../values/day.ts';
import { caseLines } from './case-lines.ts';
import { listCases, todaysCases } from './today.ts';
import { casesByDeadline, casesByReceipt, casesOfFamily } from './list-store.ts';
import { as, county, system, testOffice } from '../testing-office.ts';

// A county's worth of cases: twenty thousand over ninety villages, one in ten of them open.

const { house, owner, hire, family, at } = await testOffice();
const reviewer = await hire('周素清', 'review', '990101101000');
const confirmer = await hire('马国强', 'confirm', '990101000000');
const someone = await family();
const count = 20_000;

beforeAll(async () => {
  await as(house, system, async (trx) => {
    await sql`insert into division (code, name)
      select '9901011' || lpad(t::text, 2, '0') || lpad((200 + v)::text, 3, '0'), jsonb_build_object('zh-CN', '村' || v, 'en', 'Village ' || v)
      from generate_series(1, 9) t, generate_series(10, 19) v on conflict do nothing`.execute(trx);
    await sql`
      insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin, state,
        received_on, due_on, due_provisional, facts, outcome, because, articles, determination_digest, amount_fen, submission_key, closed_on)
      select ${county}, gen_random_uuid(), '禾 2026-' || lpad((100000 + i)::text, 6, '0'), 'test/warm-home', i::text, ${someone.child}, ${someone.mother},
        ${someone.family}, ${someone.account}, '9901011' || lpad((i % 9 + 1)::text, 2, '0') || (210 + i % 10)::text, 'phone',
        case when i % 10 > 0 then 'refused' when i % 20 = 0 then 'received' else 'reviewed' end,
        date '2026-01-05' + i % 300, date '2026-02-20' + i % 300, false, '{}', 'eligible', '[]', '{}', repeat('0', 64), 100, gen_random_uuid(),
        case when i % 10 > 0 then date '2026-02-10' + i % 300 end
      from generate_series(1, ${count}::int) i`.execute(trx);
  });
  await sql`analyze benefit_case`.execute(owner);
});

/** The plan of whatever query `read` makes, for whoever acts. */
async function planOf(
  acting: StaffActing | FamilyActing,
  read: (trx: Transaction<Tables>) => Promise<readonly unknown[]>,
): Promise<string> {
  return as(house, acting, async (trx) => {
    const lines = await read(trx.withPlugin(explaining));
    return lines.map((line) => Object.values(line as object).join('')).join('\n');
  });
}

const explaining: KyselyPlugin = {
  transformQuery: ({ node }) => (node.kind === 'SelectQueryNode' ? { ...node, explain: ExplainNode.create() } : node),
  transformResult: async ({ result }) => result,
};

test('today’s list walks the open cases in the order of their deadlines and stops at the page', async () => {
  const wanted = { states: ['received'], limit: 50 } as const;
  expect(await planOf(reviewer, (trx) => casesByDeadline(trx, county, wanted))).toContain('open_cases_by_deadline');
  expect(await planOf(confirmer, (trx) => casesByDeadline(trx, county, { ...wanted, states: ['reviewed'] }))).toContain(
    'open_cases_by_deadline',
  );
});

test('a list by receipt walks the days of receipt, a number is found at once, a person and a family by their own index', async () => {
  expect(await planOf(confirmer, (trx) => casesByReceipt(trx, county, { limit: 50 }))).toContain(
    'cases_by_receipt_day',
  );
  expect(
    await planOf(confirmer, (trx) => casesByReceipt(trx, county, { receipt: { running: '2026-100001' }, limit: 50 })),
  ).toContain('a_receipt_belongs_to_one_case');
  const other = await family();
  const byPerson = await planOf(confirmer, (trx) =>
    casesByReceipt(trx, county, { people: [other.child, other.mother], limit: 50 }),
  );
  expect(byPerson).toContain('cases_by_subject');
  expect(byPerson).toContain('cases_by_applicant');
  expect(await planOf(other.acting, (trx) => casesOfFamily(trx, county, other.family))).toContain('cases_by_family');
});

test('the lines of a page are made with as many questions as one line’s', async () => {
  const asked = async (limit: number): Promise<number> =>
    as(house, confirmer, async (trx) => {
      const rows = await casesByReceipt(trx, county, { limit });
      let queries = 0;
      const counting: KyselyPlugin = {
        transformQuery: ({ node }) => {
          queries += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const lines = await caseLines(
        trx.withPlugin(counting),
        house,
        county,
        rows.map((row, i) => ({
          ...row,
          policy: `test/left-${i}`,
          residence: `99010110${(i % 9) + 1}21${i % 10}` as Division,
        })),
      );
      expect(new Set(lines.map(({ residence }) => residence.code)).size).toBe(limit);
      return queries;
    });
  expect(await asked(30)).toBe(await asked(1));
});

test('counts and the first page of a township are those of its villages alone', async () => {
  const { counts, lines, next } = await todaysCases(house, reviewer, { limit: 20 });
  expect(counts).toEqual({ overdue: counts.overdue, soon: counts.soon, rest: counts.rest, waiting: 0 });
  const open = await as(house, reviewer, (trx) =>
    trx
      .selectFrom('benefitCase')
      .select((is) => is.fn.countAll<string>().as('count'))
      .where('state', '=', 'received')
      .executeTakeFirstOrThrow(),
  );
  expect(counts.overdue + counts.soon + counts.rest).toBe(Number(open.count));
  expect(Number(open.count)).toBeGreaterThan(50);
  expect(lines.every(({ residence }) => residence.code.startsWith('990101101'))).toBe(true);
  expect(lines.map(({ dueOn }) => dueOn)).toEqual(
    lines.map(({ dueOn }) => dueOn).toSorted((a, b) => a.localeCompare(b)),
  );
  expect(next).not.toBeNull();
});

test('filters narrow together: a village, a standing, a step', async () => {
  const village = '990101101210' as Division;
  const { lines } = await listCases(house, confirmer, {
    division: village,
    standing: 'overdue',
    turn: 'review',
    limit: 200,
  });
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines)
    expect(line).toMatchObject({
      residence: { code: village },
      standing: 'overdue',
      turn: 'review',
      state: 'received',
    });
  expect((await listCases(house, confirmer, { state: 'granted', turn: 'review' })).lines).toEqual([]);
});

test('a township and a village of another are asked for together', async () => {
  const village = '990101102201';
  const { lines } = await listCases(house, confirmer, { division: `990101101000,${village}`, limit: 200 });
  const places = new Set<string>(lines.map(({ residence: { code } }) => (code === village ? code : code.slice(0, 9))));
  places.delete(village);
  expect([...places]).toEqual(['990101101']);
});

test('this month’s decisions in time are counted from its first day', async () => {
  const { onTime } = await todaysCases(at('2026-03-31T09:00:00+08:00'), confirmer, {});
  const decided = await as(house, confirmer, (trx) =>
    trx.selectFrom('benefitCase').select(['closedOn', 'dueOn']).where('closedOn', '>=', day('2026-03-01')).execute(),
  );
  expect(onTime).toEqual({
    decided: decided.length,
    onTime: decided.filter(({ closedOn, dueOn }) => (closedOn ?? '') <= dueOn).length,
  });
  expect(onTime.decided).toBeGreaterThan(1_000);
});
