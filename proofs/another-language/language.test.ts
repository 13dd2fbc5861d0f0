import { expect, test } from 'vitest';
import { chooseLanguage } from '../../values/choose-language.ts';
import { inEveryLanguage, type Language, localeOf, ownName, readLanguage } from '../../values/language.ts';
import { languages } from '../../values/words/made/languages.ts';
import { words } from '../../doors/words/made/all.ts';
import { pseudo, pseudoText } from './pseudo.ts';

const tag = pseudo as Language;

test('the house has it beside those it had', () => {
  expect(languages).toEqual(['zh-CN', 'en', pseudo, 'zh-TW']);
  expect(readLanguage(pseudo)).toBe(pseudo);
  expect(ownName(tag).whole).toBe('⟦Þšéûðö⟧');
  expect(localeOf(tag)).toBe('ka');
});

test('who asks for it gets it', () => {
  expect(chooseLanguage([pseudo, 'zh'])).toBe(pseudo);
  expect(chooseLanguage(['zh', pseudo])).toBe('zh-CN');
});

test('its words are its own, longer, and filled in as others are', () => {
  const text = '3000x';
  const said = inEveryLanguage(words, (w) => w.environment.port({ text }));
  expect(said[pseudo]).toMatch(/^⟦.*⟧.*3000x/);
  expect(said[pseudo]?.length).toBeGreaterThan(said.en.length * 1.3);
  expect(pseudoText(' · ')).toBe(' · ');
});
