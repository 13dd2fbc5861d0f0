import { expect, test } from 'vitest';
import { day, type Month } from './day.ts';
import { dayWords, monthWords, periodWords, shortDayWords, weekdayWords } from './day-words.ts';

test('a day is said as people of the language say it', () => {
  expect(dayWords(day('2026-12-09'), 'zh-CN')).toBe('2026年12月9日');
  expect(dayWords(day('2026-12-09'), 'zh-TW')).toBe('2026年12月9日');
  expect(dayWords(day('2026-12-09'), 'en')).toBe('9 December 2026');
  expect(dayWords(day('0031-01-01'), 'en')).toBe('1 January 31');
});

test('in few letters, with the year where it is asked for', () => {
  expect(shortDayWords(day('2026-12-09'), 'zh-CN', { withYear: false })).toBe('12月9日');
  expect(shortDayWords(day('2026-12-09'), 'en', { withYear: false })).toBe('9 Dec');
  expect(shortDayWords(day('2026-12-09'), 'en', { withYear: true })).toBe('9 Dec 2026');
});

test('weekdays and months', () => {
  expect(weekdayWords(day('2026-12-06'), 'zh-CN')).toBe('星期日');
  expect(weekdayWords(day('2026-12-09'), 'en')).toBe('Wednesday');
  expect(monthWords('2023-02' as Month, 'zh-CN')).toBe('2023年2月');
  expect(monthWords('2023-02' as Month, 'en')).toBe('February 2023');
});

test('a period is a year or a month', () => {
  expect(periodWords('2026', 'zh-CN')).toBe('2026年');
  expect(periodWords('2026', 'zh-TW')).toBe('2026年');
  expect(periodWords('2026', 'en')).toBe('2026');
  expect(periodWords('2026-03', 'zh-CN')).toBe('2026年3月');
  expect(periodWords('2026-03', 'en')).toBe('March 2026');
});
