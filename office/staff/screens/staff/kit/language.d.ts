import type { Bilingual, Language } from '../../../../../values/language.ts';
/** The server reads the same cookie, so problems come back in the language of the page. */
export declare function chooseLanguage(language: Language): void;
export declare function useLanguage(): Language;
/** The words file of the reader's language. */
export declare function useWords<Words>(zh: Words, en: Words): Words;
/** Says a bilingual value in the reader's language. */
export declare function useSay(): (words: Bilingual) => string;
