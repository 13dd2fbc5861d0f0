import { expect, expectTypeOf, test } from 'vitest';
import { address, type Leading, readSearch } from './address.ts';

const cases = address('/cases', 'q', 'state');
const apply = address('/families/$id/apply/$policy', 'purpose');

test('what an address does not ask, and what is no text, is as if it were not there', () => {
  expect(readSearch(cases, { q: '李', state: '', other: 'x' })).toEqual({ q: '李' });
  expect(readSearch(cases, { q: ['李'], state: null })).toEqual({});
});

test('a number in the address is the text that was written', () => {
  expect(readSearch(cases, { q: 4217 })).toEqual({ q: '4217' });
});

test('who leads to an address names what its path names, and asks only what it knows', () => {
  expectTypeOf<{ params: { id: string; policy: string } }>().toExtend<Leading<typeof apply.path, 'purpose'>>();
  expectTypeOf<{ params: { id: string } }>().not.toExtend<Leading<typeof apply.path, 'purpose'>>();
  expectTypeOf<{ search: { q: string } }>().toExtend<Leading<typeof cases.path, 'q'>>();
  expectTypeOf<{ params: { id: string } }>().not.toExtend<Leading<typeof cases.path, 'q'>>();
});
