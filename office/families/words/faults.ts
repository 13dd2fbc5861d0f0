import type { ProblemWords } from '../../../building/http/problem.ts';
import { inLanguage, type Language, type Localized } from '../../../values/language.ts';

/** Every fault at once, in the reader's language. */
export function faulty(
  language: Language,
  faults: readonly { readonly at: string; readonly words: Localized }[],
): ProblemWords<'faults'> {
  return {
    code: 'faults',
    title: { 'zh-CN': '有几处需要改一下', en: 'A few things need mending' },
    detail: { 'zh-CN': '什么都没有保存，您填的还在。', en: 'Nothing was saved; what you filled in is still there.' },
    more: { faults: faults.map(({ at, words }) => ({ at, detail: inLanguage(words, language) })) },
  };
}

export const nothingToSearch: Localized = {
  'zh-CN': '请输入姓名、拼音、证件号或手机号。',
  en: 'Please write a name, pinyin, an identity number or a phone number.',
};
