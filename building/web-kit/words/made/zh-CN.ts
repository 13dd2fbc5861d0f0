// Made from the JSON beside this folder (npm run words); change that. d7c2b8c78090641d
import type { Words } from './words.ts';

export const words: Words = {
  dueDay: (a) => `${a.day}（${a.weekday}）`,
  instant: (a) => `${a.day} ${a.time}`,
  money: (a) => `${a.yuan}元`,
  betweenSentences: ``,
};
