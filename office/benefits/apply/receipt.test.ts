import { expect, test } from 'vitest';
import { readReceipt, runningPart } from './receipt.ts';

test('a running number has at least six digits and grows beyond them', () => {
  expect(runningPart(2026, 4217)).toBe('2026-004217');
  expect(runningPart(2026, 1_234_567)).toBe('2026-1234567');
});

test.each([['2026-004217'], ['２０２６－００４２１７'], [' 2026004217 '], ['2026 — 004217']])(
  'a receipt number is read as people copy it: %s',
  (typed) => expect(readReceipt(typed)).toEqual({ running: '2026-004217' }),
);

test.each([['禾 2026-004217'], ['禾2026-004217'], ['禾２０２６－００４２１７']])(
  'with the mark of its county: %s',
  (typed) => expect(readReceipt(typed)).toEqual({ mark: '禾', running: '2026-004217' }),
);

test.each([['王秀兰'], ['004217'], ['2026-42'], [''], ['禾安 2026-004217']])(
  'what is no receipt number is not read as one: %s',
  (typed) => expect(readReceipt(typed)).toBeUndefined(),
);
