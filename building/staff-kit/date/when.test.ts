import { expect, test } from 'vitest';
import { dayText, momentText } from './when.ts';

test('a day of this year goes without the year, another keeps it', () => {
  expect(dayText('2026-11-22', 'zh-CN', { thisYear: 2026 })).toBe('11月22日');
  expect(dayText('2027-01-06', 'zh-CN', { thisYear: 2026 })).toBe('2027年1月6日');
  expect(dayText('2026-11-22', 'en', { thisYear: 2026 })).toBe('22 Nov');
  expect(dayText('2026-11-22', 'en')).toBe('22 Nov 2026');
});

test('a moment is told on the clock of the office, wherever the screen stands', () => {
  expect(momentText('2026-11-21T16:05:00.000Z')).toBe('11-22 00:05');
  expect(momentText('2025-12-31T16:00:00.000Z', { withYear: true })).toBe('2026-01-01 00:00');
});
