import { expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { fen } from '../../values/fen.ts';
import { dueDayWords, instantWords, moneyWords, said } from './say.ts';

test('a day by which something is due names its weekday', () => {
  expect(dueDayWords(day('2026-12-09'), 'zh-CN')).toBe('2026年12月9日（星期三）');
  expect(dueDayWords(day('2026-12-06'), 'zh-CN')).toBe('2026年12月6日（星期日）');
  expect(dueDayWords(day('2026-12-09'), 'en')).toBe('Wednesday 9 December 2026');
  expect(dueDayWords(day('2026-12-09'), 'zh-TW')).toBe('2026年12月9日（星期三）');
});

test('an amount', () => {
  expect(moneyWords(fen(360_050), 'zh-CN')).toBe('3,600.50元');
});

test('an instant is shown by the clock in China, whatever zone the machine is in', () => {
  expect(instantWords('2026-10-27T16:05:00Z', 'zh-CN')).toBe('2026年10月28日 0:05');
  expect(instantWords('2026-10-28T01:12:00Z', 'zh-CN')).toBe('2026年10月28日 9:12');
});

test('the stylesheet sets the distance between Chinese and figures, so a typed blank goes', () => {
  expect(said({ 'zh-CN': '每年 3,600 元，到 2026 年', en: '' }, 'zh-CN')).toBe('每年3,600元，到2026年');
  expect(said({ 'zh-CN': '《行政复议法》 第二十条', en: '' }, 'zh-CN')).toBe('《行政复议法》第二十条');
  expect(said({ 'zh-CN': '王 小明', en: '' }, 'zh-CN')).toBe('王 小明');
  expect(said({ 'zh-CN': '', en: '3,600 yuan a year' }, 'en')).toBe('3,600 yuan a year');
});
