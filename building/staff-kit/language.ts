import { use, useCallback, useSyncExternalStore } from 'react';
import type { Localized, Language } from '../../values/language.ts';
import { inLanguage, readLanguage } from '../../values/language.ts';

const listeners = new Set<() => void>();

function languageOfCookie(): Language | undefined {
  return readLanguage(/(?:^|;\s*)lang=([\w-]+)/.exec(document.cookie)?.[1]);
}

let current: Language = (typeof document === 'undefined' ? undefined : languageOfCookie()) ?? 'zh-CN';

/** The language of the page, outside of what is drawn. */
export function languageNow(): Language {
  return current;
}

/** The server reads the same cookie, so problems come back in the language of the page. */
export async function chooseLanguage(language: Language): Promise<void> {
  // The words of all that is shown come first, so that nothing on the screen disappears for a moment.
  await Promise.allSettled([...rooms.keys()].map((load) => loadingOf(load, language)));
  current = language;
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, languageNow);
}

/** A room's words, each language by itself: `words/made/load.ts`. */
type Load<Words> = Readonly<Record<Language, () => Promise<{ readonly words: Words }>>>;

const rooms = new Map<Load<unknown>, Map<Language, Promise<unknown>>>();

/**
 * The promise says by itself when it is fulfilled: React's `use` then reads it at once instead of waiting for a turn of the event loop.
 * `use` must be called either way, because a component that was suspended is rendered again with the hooks that it called before.
 */
function loadingOf(load: Load<unknown>, language: Language): Promise<unknown> {
  const languages = rooms.get(load) ?? new Map<Language, Promise<unknown>>();
  rooms.set(load, languages);
  const before = languages.get(language);
  if (before !== undefined) return before;
  const loading: Promise<unknown> & { status?: 'fulfilled'; value?: unknown } = load[language]().then(
    ({ words }) => {
      loading.status = 'fulfilled';
      loading.value = words;
      return words;
    },
    (error: unknown) => {
      // A lost network is asked again when the screen is shown again.
      languages.delete(language);
      throw error;
    },
  );
  languages.set(language, loading);
  return loading;
}

/** A room's words in the reader's language. The first time, the screen waits until they have come. */
export function useWords<Words>(load: Load<Words>): Words {
  const language = useLanguage();
  return use(loadingOf(load, language)) as Words;
}

/** Says what is localized in the reader's language. */
export function useSay(): (words: Localized) => string {
  const language = useLanguage();
  return useCallback((words: Localized) => inLanguage(words, language), [language]);
}
