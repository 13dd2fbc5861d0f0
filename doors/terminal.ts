import { words } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

/** What a terminal shows before anybody could say which language they read: Chinese, then English. */
export function inBoth(say: (words: Words['terminal']) => string, between = ' / '): string {
  return `${say(words['zh-CN'].terminal)}${between}${say(words.en.terminal)}`;
}
