import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

test.each([
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['en-US', 'en'],
  ['fr', undefined],
  ['*', undefined],
  ['en_US!', undefined],
])('who asks for %s reads %s', (tag, language) => {
  expect(chooseLanguage([tag])).toBe(language);
});

test('the first tag that the house has a language for counts', () => {
  expect(chooseLanguage(['fr', 'zh-HK', 'en'])).toBe('zh-TW');
});
