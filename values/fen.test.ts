import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fen,
  fenFromWire,
  fenToWire,
  minus,
  noFen,
  plus,
  readYuan,
  shortYuanText,
  sumOf,
  times,
  yuanText,
} from './fen.ts';

const someFen = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map(fen);

test('what is written is read back to the fen, grouped or plain', () => {
  fc.assert(
    fc.property(someFen, fc.boolean(), (amount, grouped) => {
      expect(readYuan(yuanText(amount, { grouped }))).toEqual({ kind: 'amount', fen: amount });
      expect(fenFromWire(fenToWire(amount))).toBe(amount);
    }),
  );
});

test('sums are exact whatever their order and size', () => {
  fc.assert(
    fc.property(fc.array(someFen), (amounts) => {
      expect(sumOf(amounts)).toBe(sumOf(amounts.toReversed()));
      expect(amounts.reduce(plus, noFen)).toBe(sumOf(amounts));
      expect(amounts.reduce(minus, sumOf(amounts))).toBe(0n);
    }),
  );
  expect(times(fen(30_000n), 12n)).toBe(360_000n);
});

test('3,600 yuan as banks and people write it', () => {
  for (const text of ['3600', '3600.00', '3,600.00', ' 3600.0 ']) {
    expect(readYuan(text)).toEqual({ kind: 'amount', fen: 360_000n });
  }
  expect([
    yuanText(fen(360_000)),
    yuanText(fen(-5), { grouped: false }),
    shortYuanText(fen(360_000)),
    shortYuanText(fen(360_050)),
  ]).toEqual(['3,600.00', '-0.05', '3,600', '3,600.50']);
});

test.each([
  ['3600.005', 'more-than-two-decimals'],
  ['3600.000', 'more-than-two-decimals'],
  ['', 'empty'],
  ['  ', 'empty'],
  ['3,60,0', 'not-a-number'],
  ['36,00', 'not-a-number'],
  ['1e3', 'not-a-number'],
  ['三千六', 'not-a-number'],
  ['3600.', 'not-a-number'],
  ['.5', 'not-a-number'],
  ['+5', 'not-a-number'],
  ['1234567890123456.00', 'too-large'],
])('%j is refused as %s, never rounded or guessed', (text, why) => {
  expect(readYuan(text)).toEqual({ kind: 'refused', why });
});

test('a fraction of a fen, or a number too big to be exact, is a broken assumption', () => {
  expect(() => fen(0.5)).toThrow('Not a whole number of fen');
  expect(() => fen(2 ** 53)).toThrow('Not a whole number of fen');
  expect(() => fenFromWire('36.5')).toThrow();
});
