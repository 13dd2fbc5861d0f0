import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['nihgts', ['nights', 'lights'], 'nights'],
  ['night', ['nights'], 'nights'],
  ['nightss', ['nights'], 'nights'],
  ['bights', ['nights'], 'nights'],
  ['inghts', ['nights'], 'nights'],
  ['nights', ['income', 'birth'], undefined],
  ['abcdef', ['badcef', 'cdabef'], 'badcef'],
  ['abcdef', ['bxdcef', 'adxcef'], undefined],
  ['', ['nights'], undefined],
  ['nights', [], undefined],
])('%s may have been meant as one of %j: %s', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});
