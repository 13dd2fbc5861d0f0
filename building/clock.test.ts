import { expect, test } from 'vitest';
import { clockFrom, clockRunningFrom, dayInChina, fixedClock } from './clock.ts';

test('the day turns at midnight in China, whatever the machine’s zone', () => {
  expect(dayInChina(new Date('2026-02-01T15:59:59Z'))).toBe('2026-02-01');
  expect(dayInChina(new Date('2026-02-01T16:00:00Z'))).toBe('2026-02-02');
});

test('a fixed clock stands still and hands out copies of its hour', () => {
  const clock = fixedClock('2026-02-02T09:00:00+08:00');
  clock.now().setFullYear(1999);
  expect([clock.today(), clock.now().toISOString()]).toEqual(['2026-02-02', '2026-02-02T01:00:00.000Z']);
});

test('a demonstration may run on another day; a real county may not', () => {
  expect(clockFrom('2026-02-02', { sample: true }).today()).toBe('2026-02-02');
  expect(clockRunningFrom(new Date('2026-02-02T01:00:00Z')).now().getTime()).toBeGreaterThanOrEqual(
    Date.UTC(2026, 1, 2, 1),
  );
  expect(() => clockFrom('2026-02-02', { sample: false })).toThrow('sample county only');
  expect(() => clockFrom('tomorrow', { sample: true })).toThrow('sample county only');
});
