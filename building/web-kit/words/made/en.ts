// Made from the JSON beside this folder (npm run words); change that. d7c2b8c78090641d
import type { Words } from './words.ts';

export const words: Words = {
  dueDay: (a) => `${a.weekday} ${a.day}`,
  instant: (a) => `${a.day}, ${a.time}`,
  money: (a) => `¥${a.yuan}`,
  betweenSentences: ` `,
};
