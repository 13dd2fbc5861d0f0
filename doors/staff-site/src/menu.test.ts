import { expect, test } from 'vitest';
import type { Duty } from '../../../office/hall/who/duty.ts';
import type { Me } from '../../../office/staff/contract/sign-in.ts';
import { firstPlaceOf, menuOf } from './menu.ts';

const someone = (...duties: readonly Duty[]): Me => ({ duties: duties.map((duty) => ({ duty })) }) as unknown as Me;

const entries = (...duties: readonly Duty[]): readonly string[] => menuOf(someone(...duties)).map((entry) => entry.key);

test('a clerk who receives sees the counter, and of the money what came back', () => {
  expect(entries('receive')).toEqual(['today', 'cases', 'counter', 'returns', 'account']);
});

test('the county confirms at no counter', () => {
  expect(entries('confirm')).toEqual(['today', 'cases', 'account']);
});

test.each(['manage-funds', 'pay-out'] as const)('who may %s sees the money and no case', (duty) => {
  expect(entries(duty)).toEqual(['money', 'returns', 'ledger', 'account']);
});

test('who supervises sees cases, money and who looked at what', () => {
  expect(entries('supervise')).toEqual(['cases', 'money', 'returns', 'ledger', 'looks', 'account']);
});

test('the day begins at the first entry that the duties allow', () => {
  expect(firstPlaceOf(someone('review'))).toBe('/');
  expect(firstPlaceOf(someone('pay-out'))).toBe('/money');
  expect(firstPlaceOf(someone('administer'))).toBe('/account');
});
