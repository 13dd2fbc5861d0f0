import { describe, expect, test } from 'vitest';
import { isTypedWhole, readTypedDay } from './typed-day.ts';

describe('a day as a clerk types it', () => {
  test.each([
    ['20261205', '2026-12-05'],
    ['2026-12-5', '2026-12-05'],
    ['2026/12/05', '2026-12-05'],
    ['2026.12.5', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    [' ２０２６１２０５ ', '2026-12-05'],
    ['20240229', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day);
  });

  test.each(['', '2026', '2026-13-01', '20250229', '2026-02-30', '12/05/2026', '明天'])('%s is no day', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined();
  });

  test('the first of twelve is left alone: it may become the twelfth', () => {
    expect(isTypedWhole('2026/12/1')).toBe(false);
    expect(isTypedWhole('2026/12/01')).toBe(true);
    expect(isTypedWhole('20261201')).toBe(true);
  });
});
