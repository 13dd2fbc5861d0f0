import { expect, test } from 'vitest';
import { fitsForm } from './form.ts';

test.each([
  ['CN', true],
  ['CNX', false],
  ['XCN', false],
  ['C', false],
  ['cn', false],
  ['C1', false],
  ['', false],
])('a country is two capital letters: %s', (text, fits) => {
  expect(fitsForm(text, 'country')).toBe(fits);
  expect(fitsForm(text, undefined)).toBe(true);
});
