/** The languages every sentence exists in. Chinese is the first; English is complete beside it. */
export type Language = 'zh-CN' | 'en';

/** One sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The sentence in the reader's language. */
export function inLanguage(words: Bilingual, language: Language): string {
  return language === 'en' ? words.en : words.zh;
}
