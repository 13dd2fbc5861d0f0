import { afterAll, describe, expect, test } from 'vitest';
import { answersOf, everyBackEnd, fen, no, open, type People, type WrittenRule, yes } from './try-everywhere.ts';

afterAll(async () => {
  for (const backEnd of everyBackEnd) await backEnd.close?.();
});

describe.each(everyBackEnd)('$name', (backEnd) => {
  const expectAnswers = async (rule: WrittenRule, people: People, expected: readonly string[]): Promise<void> => {
    expect(await answersOf(backEnd, rule, people)).toEqual(expected);
  };
  const born = (...births: readonly string[]): People => ({ people: births.map((birth) => ({ birth })) });

  describe('days', () => {
    test('who was born on 29 February turns three on 1 March, or on 28 February where the rule says so', async () => {
      const people = {
        people: [
          { birth: '2024-02-29', settled: '2027-02-28' },
          { birth: '2024-02-29', settled: '2027-03-01' },
        ],
      };
      await expectAnswers({ eligible: 'completedYears(e.birth, e.settled) = 3' }, people, [no, yes]);
      await expectAnswers({ eligible: 'completedYearsFebruary(e.birth, e.settled) = 3' }, people, [yes, yes]);
    });

    test('one month after the 31st is the last of a shorter month, and a month is complete on the 1st after', async () => {
      const people = born('2026-01-31', '2026-03-31', '2024-01-31');
      await expectAnswers({ eligible: 'addMonthsCapped(e.birth, 1).day = 28' }, people, [yes, no, no]);
      await expectAnswers({ eligible: 'addMonthsCapped(e.birth, 1) = date("2024-02-29")' }, people, [no, no, yes]);
      await expectAnswers({ eligible: 'completedMonths(e.birth, date("2026-02-28")) = 0' }, people, [yes, no, no]);
    });

    test('the last day of 2024 and the first of 2025 are on the two sides of the scheme', async () => {
      const amount = 'if e.birth >= date("2025-01-01") then 12 * hundred else 6 * hundred';
      await expectAnswers({ amount }, born('2024-12-31', '2025-01-01'), [fen(60_000), fen(120_000)]);
    });

    test('a third birthday in the first and in the last month of the year', async () => {
      const amount = 'count(period.months[item <= addMonths(monthOf(e.birth), 35)]) * hundred';
      await expectAnswers({ amount }, born('2023-01-31', '2023-12-01', '2022-12-31', '2026-12-31'), [
        fen(0),
        fen(110_000),
        fen(0),
        fen(120_000),
      ]);
    });

    test('of a birth only the month is known: it decides where all its days agree', async () => {
      const people = born('2023-12', '2025-01', '2026-05');
      await expectAnswers({ eligible: 'e.birth >= date("2025-01-01")' }, people, [no, yes, yes]);
      await expectAnswers({ eligible: 'e.birth >= date("2025-01-02")' }, people, [no, open('birth'), yes]);
      await expectAnswers({ eligible: 'monthOf(e.birth) = monthOf(date("2025-01-31"))' }, people, [no, yes, no]);
    });

    test('the day of asking is a day of the calendar, whatever the clock of the machine says', async () => {
      const people: People = { on: '2026-01-01', people: [{ birth: '2025-12-31' }, { birth: '2026-01-01' }] };
      const before = process.env['TZ'];
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
        process.env['TZ'] = zone;
        await expectAnswers({ eligible: 'e.birth < on' }, people, [yes, no]);
      }
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
  });

  describe('within the period', () => {
    test('a child who dies or moves away is granted the months until then', async () => {
      const until = 'monthsBetween(monthOf(period.first), monthOf(min(e.settled, period.last))) + 1';
      const amount = `max(0, ${until}) * hundred`;
      const people = { people: [{ settled: '2026-03-31' }, { settled: '2030-01-01' }, { settled: '2025-12-31' }, {}] };
      await expectAnswers({ amount }, people, [fen(30_000), fen(120_000), fen(0), open('settled')]);
    });

    test('a policy starts in the middle of the year and ends before the last month', async () => {
      const inForce =
        'count(period.months[item >= monthOf(date("2026-07-15")) and item < monthOf(date("2026-12-01"))])';
      await expectAnswers({ amount: `${inForce} * hundred` }, { people: [{}] }, [fen(50_000)]);
      await expectAnswers({ amount: `${inForce} * hundred`, period: '2025' }, { people: [{}] }, [fen(0)]);
    });

    const monthly = 'monthly: { type: money, values: { 2020-01-01: 300.00, 2026-07-01: 350.50 }, source: order 一 }';
    test('a parameter changes in July', async () => {
      const amount = 'total(for m in period.months return valueAt(monthly, m))';
      await expectAnswers({ amount, parameters: [monthly] }, { people: [{}] }, [fen(6 * 30_000 + 6 * 35_050)]);
    });

    test('a parameter is raised with effect from the past: who asks before does not see it', async () => {
      const raised =
        'monthly: { type: money, values: [{ from: 2020-01-01, value: 300.00 }, { from: 2025-01-01, value: 320.00, published: 2026-06-01 }], source: order 一 }';
      const rule = { amount: 'valueAt(monthly, monthOf(e.birth))', parameters: [raised] };
      const { people } = born('2024-12-31', '2025-01-01');
      await expectAnswers(rule, { people, on: '2026-05-31' }, [fen(30_000), fen(30_000)]);
      await expectAnswers(rule, { people, on: '2026-06-01' }, [fen(30_000), fen(32_000)]);
    });

    test('a parameter on a day that is not known is not known, even where it never changes', async () => {
      const rule = { amount: 'valueAt(monthly, e.started)', parameters: [monthly.replace(', 2026-07-01: 350.50', '')] };
      await expectAnswers(rule, { people: [{}, { started: '2024-01' }] }, [open('started'), fen(30_000)]);
    });
  });

  describe('benefits beside one another', () => {
    const other: WrittenRule = { eligible: 'e.alive', amount: 'e.income' };
    const people = {
      people: [
        { alive: true, income: 4_000n },
        { alive: false, income: 9_900n },
        { alive: true, income: 20_000n },
        { income: 20_005n },
      ],
    };
    test('the higher is taken, not both', async () => {
      await expectAnswers({ other, amount: 'max(hundred, other.amount)' }, people, [
        yes,
        yes,
        fen(20_000),
        open('alive'),
      ]);
    });

    test('together they are capped', async () => {
      const amount = 'max(0, min(hundred, 120 - other.amount))';
      await expectAnswers({ other, amount }, people, [fen(8_000), fen(10_000), fen(0), open('alive')]);
    });
  });

  describe('what a pack writes is read as written', () => {
    test('`no` is a text, a date a date, and 012 is refused', async () => {
      const parameters = [
        'word: { type: text, values: { 2020-01-01: no }, source: order 一 }',
        'from: { type: date, values: { 2020-01-01: 2025-01-01 }, source: order 一 }',
      ];
      const people = {
        people: [
          { school: 'no', birth: '2025-01-01' },
          { school: 'false', birth: '2024-12-31' },
        ],
      };
      await expectAnswers({ parameters, eligible: 'e.school = word and e.birth >= from' }, people, [yes, no]);
      const octal = {
        parameters: ['most: { type: int, values: { 2020-01-01: 012 }, source: order 一 }'],
        eligible: 'e.nights < most',
      };
      await expect(answersOf(backEnd, octal, people)).rejects.toThrow('bad-value');
    });

    test('texts with quotes and Chinese are compared as they are', async () => {
      const people = {
        people: [
          { school: "O'Neil" },
          { school: 'a"b\\c' },
          { school: '小学' },
          { school: "'; drop table people; --" },
        ],
      };
      await expectAnswers({ eligible: String.raw`e.school in ("O'Neil", "a\"b\\c")` }, people, [yes, yes, no, no]);
      await expectAnswers({ eligible: 'e.school = "小学"' }, people, [no, no, yes, no]);
    });
  });
});
