import { expect, test } from 'vitest';
import { totalOf } from './decide.ts';

test('numbers and money of several counties are added up', () => {
  expect(
    totalOf('count', [
      { value: 120, of: 120 },
      { value: 30, of: 30 },
    ]),
  ).toEqual({ value: 150, of: 150 });
  expect(
    totalOf('fen', [
      { value: 360_000n, of: 12 },
      { value: 90_000n, of: 25 },
    ]),
  ).toEqual({ value: 450_000n, of: 37 });
});

test('a share counts by how many each county’s is of', () => {
  expect(
    totalOf('share', [
      { value: 1, of: 100 },
      { value: 0.5, of: 300 },
    ])?.value,
  ).toBeCloseTo(0.625);
});

test('where no county told, there is no total', () => {
  expect(totalOf('count', [])).toBeUndefined();
});

test('counties that have nothing yet make no share', () => {
  expect(totalOf('share', [{ value: 0, of: 0 }])).toEqual({ value: 0, of: 0 });
});
