import { expect, test } from 'vitest';
import { tellsOfFew } from './published.ts';

test.each([
  ['nobody', 'count', 0, 0, false],
  ['nine people', 'count', 9, 9, true],
  ['ten people', 'count', 10, 10, false],
  ['money for nine people', 'fen', 900_000n, 9, true],
  ['money for ten people', 'fen', 1_000_000n, 10, false],
  ['six that are late of 186', 'share', 180 / 186, 186, true],
  ['six that are in time of 186', 'share', 6 / 186, 186, true],
  ['ten that are late of 186', 'share', 176 / 186, 186, false],
  ['all of 186', 'share', 1, 186, false],
  ['none of 186', 'share', 0, 186, false],
  ['all of nine', 'share', 1, 9, true],
] as const)('a figure that tells of %s', (_, unit, value, of, withheld) =>
  expect(tellsOfFew(unit, { value, of })).toBe(withheld),
);
