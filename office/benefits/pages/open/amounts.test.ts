import { expect, test } from 'vitest';
import { packWithRule } from '../../../../rules/testing.ts';
import { day } from '../../../../values/day.ts';
import { openShelf } from '../../law/packs.ts';
import { amountsTable } from './amounts.ts';

const today = day('2026-03-02');

/** 100 yuan a year for whoever meets the condition. */
const grant = (eligible: string) =>
  packWithRule(`
for: person as elder
facts: { birth: date, local: boolean? }
parameters:
  rate: { type: money, values: { 2025-01-01: 100.00 }, source: order 第三条, words: { zh: "标准", en: rate } }
let: { age: 'completedYears(elder.birth, period.last)', fits: '${eligible}' }
words: { age: { zh: "周岁", en: age }, fits: { zh: "符合", en: fits } }
eligible: fits
amount: rate
because:
  fits: { yes: { zh: "符合。", en: Fits. }, no: { zh: "不符合。", en: Does not fit. }, law: order 第二条 }
  amount: { words: { zh: "{rate}", en: "{rate}" }, law: order 第三条 }
`);

const yearsOf = (table: ReturnType<typeof amountsTable>) => table?.years.map(({ year }) => year);

test('the childcare pack’s table begins with the first year of birth that brings something', async () => {
  const [pack] = (await openShelf()).packs;
  if (pack === undefined) throw new Error('The law folder has a pack');
  expect(yearsOf(amountsTable(pack, today))?.[0]).toBe('2022');
});

test('a benefit for people over eighty has a table of their years of birth', () => {
  const years = yearsOf(amountsTable(grant('age >= 80'), today));
  expect(years).toContain('1940');
  expect(years?.at(-1)).toBe('1947');
});

test('where birth decides nothing there is no table by birth', () => {
  expect(amountsTable(grant('age >= 0 or age < 0'), today)).toBeUndefined();
});
