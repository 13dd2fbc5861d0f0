import { afterAll, describe, expect, inject, test } from 'vitest';
import { openDuckDb, openPostgres } from '../sql/database.ts';
import { sqlBackEnd } from '../sql/sql-back-end.ts';
import { answersOf, everyBackEnd, fen, no, open, type People, type WrittenRule, yes } from './try-everywhere.ts';

const withSql = [
  ...everyBackEnd,
  sqlBackEnd('SQL on DuckDB', openDuckDb),
  sqlBackEnd('SQL on PostgreSQL', () => openPostgres(inject('testServer').owner)),
];

afterAll(async () => {
  for (const backEnd of withSql) await backEnd.close?.();
});

describe.each(withSql)('$name', (backEnd) => {
  const expectAnswers = async (rule: WrittenRule, people: People, expected: readonly string[]): Promise<void> => {
    expect(await answersOf(backEnd, rule, people)).toEqual(expected);
  };

  describe('families', () => {
    test('twins, triplets and children a year apart', async () => {
      const births = ['2024-05-05', '2024-05-05', '2025-05-05', '2024-05-05'];
      const people: People = {
        people: [{}, ...births.map((birth) => ({ birth }))],
        links: births.map((_, i) => ['parent', 0, i + 1] as const),
      };
      const alike = 'some p in e.parents satisfies count(p.children[item.birth = date("2024-05-05")]) > 1';
      await expectAnswers({ eligible: `${alike} and e.birth = date("2024-05-05")` }, people, [no, yes, yes, no, yes]);
    });

    test('a later child after the only one was lost', async () => {
      const people: People = {
        people: [
          { birth: '1966-01-01' },
          { alive: false, birth: '1990-01-01' },
          { alive: true, birth: '2020-01-01' },
          { birth: '1966-01-01' },
          { alive: false },
        ],
        links: [
          ['parent', 0, 1],
          ['parent', 0, 2],
          ['parent', 3, 4],
        ],
      };
      const eligible = 'count(e.children) > 0 and count(e.children[item.alive]) = 0';
      await expectAnswers({ eligible }, people, [no, no, no, yes, no]);
    });

    test('adoption, remarriage and grandparents who raise: each relation is its own', async () => {
      // 0 birth mother, 1 adoptive mother, 2 child; 3 widower with two marriages 4 and 5; 6 grandmother is guardian of the child.
      const people: People = {
        people: [
          { nights: 1 },
          { nights: 2 },
          { nights: 4 },
          { nights: 8 },
          { nights: 16 },
          { nights: 32 },
          { nights: 64 },
        ],
        links: [
          ['parent', 0, 2],
          ['parent', 1, 2],
          ['spouse', 3, 4],
          ['spouse', 5, 3],
          ['guardian', 6, 2],
        ],
      };
      const sum = (relation: string): WrittenRule => ({
        amount: `total(for p in e.${relation} return p.nights) * hundred`,
      });
      await expectAnswers(
        sum('parents'),
        people,
        [0, 0, 3, 0, 0, 0, 0].map((n) => fen(n * 10_000)),
      );
      await expectAnswers(
        sum('children'),
        people,
        [4, 4, 0, 0, 0, 0, 0].map((n) => fen(n * 10_000)),
      );
      await expectAnswers(
        sum('spouse'),
        people,
        [0, 0, 0, 48, 8, 8, 0].map((n) => fen(n * 10_000)),
      );
      await expectAnswers(
        sum('guardians'),
        people,
        [0, 0, 64, 0, 0, 0, 0].map((n) => fen(n * 10_000)),
      );
      await expectAnswers(
        sum('members'),
        people,
        [1, 2, 4, 8, 16, 32, 64].map((n) => fen(n * 10_000)),
      );
    });

    test('a link that is told twice is one link', async () => {
      const people: People = {
        people: [{}, {}],
        links: [
          ['parent', 0, 1],
          ['parent', 0, 1],
          ['spouse', 0, 1],
          ['spouse', 1, 0],
        ],
      };
      await expectAnswers({ eligible: 'count(e.children) = 1' }, people, [yes, no]);
      await expectAnswers({ eligible: 'count(e.spouse) = 1' }, people, [yes, yes]);
    });

    test('a child in two households lives with both; each of them lives with the child', async () => {
      const people: People = {
        people: [{ nights: 1 }, { nights: 10 }, { nights: 100 }],
        households: [
          [0, 1],
          [2, 1],
        ],
      };
      const sum = { amount: 'total(for p in e.members return p.nights) * hundred' };
      await expectAnswers(sum, people, [fen(110_000), fen(1_110_000), fen(1_100_000)]);
      const theirs = { eligible: 'some p in e.members satisfies count(p.members) = 3' };
      await expectAnswers(theirs, people, [yes, yes, yes]);
    });

    test('parents in two households: what is asked of them stays with them', async () => {
      const people: People = {
        people: [{ local: true }, { local: false }, {}, { local: false }],
        households: [
          [0, 2],
          [1, 3],
        ],
        links: [
          ['parent', 0, 2],
          ['parent', 1, 2],
        ],
      };
      await expectAnswers({ eligible: 'every p in e.parents satisfies count(p.members) = 2' }, people, [
        yes,
        yes,
        yes,
        yes,
      ]);
      await expectAnswers({ eligible: 'some p in e.parents satisfies p.local' }, people, [no, no, yes, no]);
      await expectAnswers(
        { eligible: 'every p in e.parents satisfies (some m in p.members satisfies m.local)' },
        people,
        [yes, yes, no, yes],
      );
    });

    test('who lives alone is a household of one; where households are not known, so is their number', async () => {
      await expectAnswers({ eligible: 'count(e.members) = 1' }, { people: [{}, {}], households: [[0]] }, [yes, yes]);
      await expectAnswers({ eligible: 'count(e.members) = 1' }, { people: [{}], households: 'not known' }, [
        open('members'),
      ]);
      await expectAnswers({ eligible: 'count(e.children) = 0' }, { people: [{}], links: 'not known' }, [
        open('children'),
      ]);
    });

    test('somebody who is their own grandparent ends no run', async () => {
      const people: People = {
        people: [{}, {}, {}],
        links: [
          ['parent', 0, 1],
          ['parent', 1, 2],
          ['parent', 2, 0],
        ],
      };
      const eligible = 'some p in e.parents satisfies (some g in p.parents satisfies count(g.parents) = 1)';
      await expectAnswers({ eligible }, people, [yes, yes, yes]);
    });

    test.each([
      ['of the same people', 'some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth)'],
      ['of others', 'some a in e.children satisfies (every b in e.spouse satisfies a.birth > b.birth)'],
      ['by a filter', 'some a in e.children satisfies count(e.children[item.birth > a.birth]) = 1'],
      ['over what a step kept', 'some a in young satisfies count(young[item.birth < a.birth]) = 1'],
      ['over values of people', 'some n in birthdays satisfies (some p in e.spouse satisfies p.birth < n)'],
      [
        'three deep',
        'some s in e.spouse satisfies (some a in e.children satisfies (some b in young satisfies ' +
          's.birth < a.birth and a.birth < b.birth))',
      ],
      [
        'the household of one around',
        'some a in e.children satisfies (every b in e.children satisfies ' +
          '(every m in a.members satisfies a.birth < b.birth or m.birth >= b.birth))',
      ],
    ])('a loop within a loop, %s', async (_, eligible) => {
      const people: People = {
        people: [{}, { birth: '2020-01-01' }, { birth: '2021-01-01' }, { birth: '1990-01-01' }],
        links: [
          ['parent', 0, 1],
          ['parent', 0, 2],
          ['spouse', 0, 3],
        ],
      };
      const young = 'e.children[item.birth > date("2019-12-31")]';
      const birthdays = 'for c in e.children return c.birth';
      const rule: WrittenRule = { let: { young, birthdays }, eligible: `count(e.children) = 2 and (${eligible})` };
      expect(await answersOf(backEnd, rule, people)).toEqual([yes, no, no, no]);
    });

    test('the third child of a family, and of a household, is the one with two who are older', async () => {
      const births = ['2020-03-03', '2018-01-01', '2025-05-05', '2022-02-02'];
      const people: People = {
        people: [...births.map((birth) => ({ birth })), { birth: '1990-01-01' }, { birth: '1980-01-01' }],
        households: [
          [0, 1, 2, 4],
          [3, 5],
        ],
        links: births.map((_, i) => ['parent', 4, i] as const),
      };
      const ranked = (relation: string): WrittenRule => ({
        amount:
          `total(for a in e.${relation} return ` +
          `(if count(e.${relation}[item.birth < a.birth]) >= 2 then hundred else 0 * hundred))`,
      });
      const has = (relation: string): WrittenRule => ({
        eligible: `some a in e.${relation} satisfies count(for b in e.${relation}[item.birth < a.birth] return b.birth) = 2`,
      });
      await expectAnswers(ranked('children'), people, [fen(0), fen(0), fen(0), fen(0), fen(20_000), fen(0)]);
      await expectAnswers(ranked('members'), people, [20_000, 20_000, 20_000, 0, 20_000, 0].map(fen));
      await expectAnswers(has('children'), people, [no, no, no, no, yes, no]);
      await expectAnswers(has('members'), people, [yes, yes, yes, no, yes, no]);
    });

    test('of a loop within a loop it may be open who is meant, and is told', async () => {
      const people: People = {
        people: [{}, { birth: '2020-01-01' }, {}, {}, { birth: '2020-01-01' }, { birth: '2021-01-01', alive: true }],
        links: [
          ['parent', 0, 1],
          ['parent', 0, 2],
          ['parent', 3, 4],
          ['parent', 3, 5],
        ],
      };
      const older = 'some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth)';
      await expectAnswers({ eligible: older }, people, [open('birth'), no, no, yes, no, no]);
      const living = 'some a in e.children satisfies count(e.children[item.alive and item.birth > a.birth]) = 1';
      await expectAnswers({ eligible: living }, people, [open('alive', 'birth'), no, no, yes, no, no]);
      const withoutHomes: People = { ...people, households: 'not known' };
      const members = 'some a in e.children satisfies (every b in e.members satisfies a.birth < b.birth)';
      await expectAnswers({ eligible: `count(e.children) = 2 and (${members})` }, withoutHomes, [
        open('members'),
        no,
        no,
        open('members'),
        no,
        no,
      ]);
    });

    test('a let with a loop of its own is asked for within a loop', async () => {
      const people: People = {
        people: [{ alive: true }, { alive: true, nights: 5 }, { alive: false, nights: 7 }],
        links: [
          ['parent', 0, 1],
          ['parent', 0, 2],
        ],
      };
      const rule: WrittenRule = {
        let: { living: 'count(e.children[item.alive])' },
        eligible: 'some c in e.children satisfies (living = 1 and c.nights = 5)',
      };
      await expectAnswers(rule, people, [yes, no, no]);
      const overMonths: WrittenRule = {
        let: { ever: 'some m in period.months satisfies e.alive' },
        eligible: 'some c in e.children satisfies (if ever then c.nights = 5 else c.nights = 7)',
      };
      await expectAnswers(overMonths, people, [yes, no, no]);
    });
  });

  describe('many people', () => {
    test('what all of a block come to together is beyond 64 bits, and nobody of them', async () => {
      const people: People = {
        people: Array.from({ length: 4000 }, () => ({ nights: 1, income: 4_000_000_000_000_001n })),
      };
      const eligible = 'total(for m in e.members[item.nights <= e.nights] return m.income) = e.income';
      expect(await answersOf(backEnd, { eligible }, people)).toEqual(people.people.map(() => yes));
    });

    test('what the members of a large home are compared with is summed exactly for each', async () => {
      const size = 600;
      const people: People = {
        people: Array.from({ length: size }, (_, nights) => ({ nights, income: 68_000_000_001n })),
        households: [Array.from({ length: size }, (_, i) => i)],
      };
      const amount = 'total(for m in e.members[item.nights <= e.nights] return m.income)';
      const rows = [0, 300, 598, 599];
      const expected = rows.map((row) => fen(68_000_000_001n * BigInt(row + 1)));
      expect(await answersOf(backEnd, { amount }, people, rows)).toEqual(expected);
    });
  });

  describe('what is not known', () => {
    const people: People = { people: [{ local: true, alive: true }, { local: false, alive: true }, { alive: true }] };
    test.each([
      ['not(e.local)', [no, yes, open('local')]],
      ['e.local = false', [no, yes, open('local')]],
      ['e.local != true', [no, yes, open('local')]],
      ['e.local or e.alive', [yes, yes, yes]],
      ['e.local and not(e.alive)', [no, no, no]],
      ['e.local or not(e.local)', [yes, yes, yes]],
      ['e.local = e.local', [yes, yes, yes]],
      ['not(e.local and e.alive)', [no, yes, open('local')]],
    ])('NULL is not false: %s', async (eligible, expected) => {
      await expectAnswers({ eligible }, people, expected);
    });

    test('a fact that cannot change the result is not missing', async () => {
      const rule = { eligible: 'e.alive', amount: 'if e.alive then hundred else e.income' };
      await expectAnswers(rule, { people: [{ alive: true }, { alive: false }, {}] }, [yes, no, open('alive')]);
      await expectAnswers({ eligible: 'e.nights > 3 and e.alive' }, { people: [{ alive: false }, { nights: 3 }] }, [
        no,
        no,
      ]);
    });

    test('a month or a day that rests on a fact which nobody has is not known, and leaves no calendar', async () => {
      const nobody: People = { people: [{}, {}], links: 'not known' };
      const months = 'count(period.months[item <= addMonths(monthOf(e.birth), 35)])';
      await expectAnswers({ amount: `${months} * hundred` }, nobody, [open('birth'), open('birth')]);
      const days = 'addMonthsCapped(e.birth, 36) > period.first';
      await expectAnswers({ eligible: days }, nobody, [open('birth'), open('birth')]);
      const built = 'date(e.birth.year + e.nights, 12, 31) > period.first';
      await expectAnswers({ eligible: built }, nobody, [open('birth', 'nights'), open('birth', 'nights')]);
      const ofThose = 'every c in e.children satisfies addMonthsCapped(c.birth, count(c.parents)) < period.first';
      await expectAnswers({ eligible: ofThose }, nobody, [open('children'), open('children')]);
    });

    test('one of a household is not known, another says no, a third yes', async () => {
      const homes: People = {
        people: [{ alive: false }, {}, { alive: true }, {}, { alive: false }],
        households: [[0, 1], [2, 3], [4]],
      };
      await expectAnswers({ eligible: 'some m in e.members satisfies m.alive' }, homes, [
        open('alive'),
        open('alive'),
        yes,
        yes,
        no,
      ]);
      await expectAnswers({ eligible: 'every m in e.members satisfies m.alive' }, homes, [
        no,
        no,
        open('alive'),
        open('alive'),
        no,
      ]);
      await expectAnswers({ eligible: 'count(e.members[item.alive]) = 1' }, homes, [
        open('alive'),
        open('alive'),
        open('alive'),
        open('alive'),
        no,
      ]);
    });

    test('of none: a sum is 0, every holds, some does not', async () => {
      await expectAnswers({ eligible: 'total(for c in e.children return c.income) = 0' }, { people: [{}] }, [yes]);
      await expectAnswers({ eligible: 'every c in e.children satisfies c.alive' }, { people: [{}] }, [yes]);
      await expectAnswers({ eligible: 'some c in e.children satisfies true' }, { people: [{}] }, [no]);
    });
  });
});
