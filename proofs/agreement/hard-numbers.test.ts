import { afterAll, describe, expect, test } from 'vitest';
import {
  answersOf,
  everyBackEnd,
  fen,
  hundreds,
  no,
  open,
  type People,
  type WrittenRule,
  yes,
} from './try-everywhere.ts';

afterAll(async () => {
  for (const backEnd of everyBackEnd) await backEnd.close?.();
});

describe.each(everyBackEnd)('$name', (backEnd) => {
  const expectAnswers = async (rule: WrittenRule, people: People, expected: readonly string[]): Promise<void> => {
    expect(await answersOf(backEnd, rule, people)).toEqual(expected);
  };

  describe('numbers', () => {
    test('negative values on the way', async () => {
      const of = (amount: string, ...expected: readonly number[]): Promise<void> =>
        expectAnswers(
          { amount: `(${amount}) * hundred` },
          { people: [{ nights: -7 }, { nights: 7 }] },
          expected.map((n) => fen(n * 10_000)),
        );
      await of('floor(e.nights / 2)', -4, 3);
      await of('ceiling(e.nights / 2)', -3, 4);
      await of('modulo(e.nights, 12)', 5, 7);
      await of('modulo(e.nights, -12)', -7, -5);
      await of('abs(e.nights) - e.nights', 14, 0);
      await of('max(0, e.nights)', 0, 7);
    });

    test.each([
      ['roundHalfUp', [1, -1, 2, -2, 0]],
      ['roundHalfEven', [0, 0, 2, -2, 0]],
      ['roundDown', [0, 0, 1, -1, 0]],
      ['roundUp', [1, -1, 2, -2, 1]],
    ])('half a fen, %s', async (rounding, expected) => {
      const people = { people: [1n, -1n, 3n, -3n].map((income) => ({ income })) };
      await expectAnswers({ amount: `${rounding}(e.income * 0.5)` }, people, expected.slice(0, 4).map(fen));
      await expectAnswers({ amount: `${rounding}(e.income / 2)` }, people, expected.slice(0, 4).map(fen));
      await expectAnswers({ amount: `${rounding}(e.income * 0.499)` }, { people: [{ income: 1n }] }, [
        fen(expected[4] ?? 0),
      ]);
    });

    test('equality at a threshold', async () => {
      const people = { people: [29_999n, 30_000n, 30_001n].map((income) => ({ income })) };
      await expectAnswers({ eligible: 'e.income <= 300' }, people, [yes, yes, no]);
      await expectAnswers({ eligible: 'e.income < 300.00' }, people, [yes, no, no]);
      await expectAnswers({ eligible: 'e.income in (300..300.01]' }, people, [no, no, yes]);
      await expectAnswers({ eligible: 'e.income between 300 and 300' }, people, [no, yes, no]);
    });

    test('the limits of 32 bits are passed without a word', async () => {
      const people = { people: [{ nights: 2_147_483_647 }, { nights: -2_147_483_647 }, { nights: 0 }] };
      await expectAnswers({ eligible: 'e.nights + 1 > 0' }, people, [yes, no, yes]);
      await expectAnswers({ eligible: 'e.nights - 2 < 0' }, people, [no, yes, yes]);
      await expectAnswers({ amount: 'e.nights * hundred' }, people, [
        fen(21_474_836_470_000n),
        fen(-21_474_836_470_000n),
        fen(0),
      ]);
      const money = { people: [{ income: 2_147_483_648n }, { income: -2_147_483_649n }, {}] };
      await expectAnswers({ amount: 'e.income + e.income' }, money, [
        fen(4_294_967_296n),
        fen(-4_294_967_298n),
        open('income'),
      ]);
      await expectAnswers({ amount: 'abs(e.income)' }, { people: [{ income: -2_147_483_648n }] }, [
        fen(2_147_483_648n),
      ]);
    });

    test('a sum over a household passes 32 bits', async () => {
      const people: People = {
        people: Array.from({ length: 5 }, () => ({ nights: 1_000_000_000 })),
        households: [[0, 1, 2, 3, 4]],
      };
      await expectAnswers(
        { eligible: 'total(for m in e.members return m.nights) = 5000000000' },
        people,
        Array.from({ length: 5 }, () => yes),
      );
    });

    test('money beyond 2^53 fen keeps every fen', async () => {
      const people = { people: [{ income: 9_007_199_254_740_993n }] };
      await expectAnswers({ amount: 'e.income' }, people, [fen(9_007_199_254_740_993n)]);
      await expectAnswers({ amount: 'e.income + e.income - 0.01' }, people, [fen(18_014_398_509_481_985n)]);
    });

    test('beyond 64 bits it is refused, never wrong', async () => {
      const people = { people: [{ nights: 2_000_000_000, income: 9_000_000_000_000n }] };
      const found = await answersOf(backEnd, { amount: 'e.nights * (e.nights * e.income)' }, people);
      if (found[0]?.startsWith('refused')) expect(found[0]).toContain('64-bit');
      else expect(found).toEqual([fen(36_000_000_000_000_000_000_000_000_000_000n)]);
    });
  });

  describe('registers and blocks', () => {
    test.each([0, 1, 4095, 4096, 4097])('a register of %i rows', async (rows) => {
      const people: People = {
        people: Array.from({ length: rows }, (_, row) => ({ nights: row, alive: row % 3 === 0 })),
      };
      const expected = Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? fen(row * 10_000) : no));
      await expectAnswers({ eligible: 'e.alive', amount: 'e.nights * hundred' }, people, expected);
      const alone = expected.map(() => yes);
      await expectAnswers(
        { eligible: 'count(e.members) = 1 and total(for m in e.members return m.nights) = e.nights' },
        people,
        alone,
      );
    });

    test('a household that a block would cut', async () => {
      const single = 4090;
      const people: People = {
        people: Array.from({ length: single + 20 }, (_, row) => ({ nights: row < single ? 1 : 2 })),
        households: [Array.from({ length: 20 }, (_, i) => single + i)],
      };
      const rule = { amount: 'total(for m in e.members return m.nights) * hundred' };
      const expected = people.people.map((_, row) => fen((row < single ? 1 : 40) * 10_000));
      await expectAnswers(rule, people, expected);
    });

    test.each([256, 300, 4096, 4097, 10_000])('a collective household of %i', async (size) => {
      const people: People = {
        people: Array.from({ length: size + 2 }, (_, row) => ({ nights: row, alive: row % 2 === 0 })),
        households: [Array.from({ length: size }, (_, row) => row), [size, size + 1]],
      };
      // explain walks the collective once for each of its members; those of few are enough of it.
      const rows = [0, 1, size - 1, size, size + 1];
      const found = async (amount: string): Promise<readonly string[]> => answersOf(backEnd, { amount }, people, rows);
      const [half, sum] = [Math.ceil(size / 2), (size * (size - 1)) / 2];
      expect(await found('count(e.members) * hundred')).toEqual([size, size, size, 2, 2].map(hundreds));
      const living = await found('count(e.members[item.alive]) * hundred');
      expect(living).toEqual([half, half, half, 1, 1].map(hundreds));
      const nights = await found('total(for m in e.members return m.nights) * hundred');
      expect(nights).toEqual([sum, sum, sum, 2 * size + 1, 2 * size + 1].map(hundreds));
    });
  });
});
