import { useSyncExternalStore } from 'react';
import type { Bilingual, Language } from '../../values/language.ts';
import { inLanguage } from '../../values/language.ts';

const listeners = new Set<() => void>();

function readCookie(): Language {
  return /(?:^|;\s*)lang=en(?:;|$)/.test(document.cookie) ? 'en' : 'zh-CN';
}

let current: Language = typeof document === 'undefined' ? 'zh-CN' : readCookie();

/** The server reads the same cookie, so problems come back in the language of the page. */
export function chooseLanguage(language: Language): void {
  current = language;
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** The words file of the reader's language. */
export function useWords<Words>(zh: Words, en: Words): Words {
  return useLanguage() === 'en' ? en : zh;
}

/** Says a bilingual value in the reader's language. */
export function useSay(): (words: Bilingual) => string {
  const language = useLanguage();
  return (words) => inLanguage(words, language);
}
