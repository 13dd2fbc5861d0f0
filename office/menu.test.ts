import { expect, test } from 'vitest';
import { desks, type OfficeHouse } from './desks.ts';
import { introduced } from './hall/take-together.ts';
import type { Duty } from './hall/who/duty.ts';
import { menuFor } from './staff/me.ts';

const { menu } = introduced(desks, (): OfficeHouse => {
  throw new Error('Nothing is counted here');
});

const entries = (...duties: readonly Duty[]): readonly string[] =>
  menuFor(menu, { duties: duties.map((duty) => ({ duty })) }).map(({ key }) => key);

test('a clerk who receives sees the counter, and of the money what came back', () => {
  expect(entries('receive')).toEqual(['today', 'cases', 'counter', 'returns', 'account']);
});

test('the county confirms at no counter', () => {
  expect(entries('confirm')).toEqual(['today', 'cases', 'account']);
});

test.each(['manage-funds', 'pay-out'] as const)('who may %s sees the money and no case', (duty) => {
  expect(entries(duty)).toEqual(['money', 'returns', 'ledger', 'account']);
});

test('who supervises sees cases, money, who looked at what and what the province is told', () => {
  expect(entries('supervise')).toEqual(['cases', 'money', 'returns', 'ledger', 'looks', 'told-figures', 'account']);
});
