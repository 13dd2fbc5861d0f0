import { expect, test } from 'vitest';
import { shown } from './from-json.ts';

test('what was found is said whole up to 60 characters, and cut to 60 beyond', () => {
  const whole = 'x'.repeat(58);
  expect(shown(whole)).toBe(`"${whole}"`);
  const cut = shown(`${whole}x`);
  expect(cut).toBe(`"${whole}…`);
  expect(cut).toHaveLength(60);
});

test('what JSON has no writing for is said too', () => {
  expect([shown(undefined), shown(null), shown([1])]).toEqual(['undefined', 'null', '[1]']);
});
