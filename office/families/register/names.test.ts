import { describe, expect, test } from 'vitest';
import { nameKeys, nameSort, queryKeys } from './names.ts';

describe('a name is found', () => {
  test.each([
    ['王小兰', '王'],
    ['王小兰', '小兰'],
    ['王小兰', '王小兰'],
    ['王小兰', 'wangxiaolan'],
    ['王小兰', 'Wang Xiaolan'],
    ['王小兰', 'wxl'],
    ['王小兰', 'WXL'],
    ['王小兰', 'wang'],
    ['王小兰', 'xiaolan'],
    ['王小兰', 'xl'],
    ['王小兰', '王xiaolan'],
    ['曾国', 'zengguo'],
    ['尉迟恭', 'yuchi'],
    ['吕布', 'lvbu'],
    ['吕布', 'lübu'],
    ['阿依古丽·买买提', '买买提'],
    ['阿依古丽·买买提', '古丽·买'],
    ['𠮷田', '𠮷'],
    ['㼆齉', '㼆齉'],
    ["Mary O'Neil", 'mary oneil'],
  ])('%s by “%s”', (name, typed) => {
    const keys = new Set(nameKeys(name));
    expect(queryKeys(typed).filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('a name is not found', () => {
  test.each([
    ['王小兰', '兰小'],
    ['王小兰', '王兰'],
    ['王小兰', '李'],
    ['王小兰', 'wangxiaoli'],
    ['曾国', 'cengguo'],
  ])('%s by “%s”', (name, typed) => {
    const keys = new Set(nameKeys(name));
    expect(queryKeys(typed).every((key) => keys.has(key))).toBe(false);
  });
});

test('nothing to search by gives no key', () => {
  expect(queryKeys(' · ')).toEqual([]);
});

test('names stand in the order of their sound: 曾 is zēng when it is a surname', () => {
  const names = ['周素清', '曾国', '陈晓', '安妮', '郑小雨', '单雄信', '王小兰'];
  expect(names.toSorted((a, b) => (nameSort(a) < nameSort(b) ? -1 : 1))).toEqual([
    '安妮',
    '陈晓',
    '单雄信',
    '王小兰',
    '曾国',
    '郑小雨',
    '周素清',
  ]);
});
