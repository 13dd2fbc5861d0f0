// Made from the JSON beside this folder (npm run words); change that. 04ae681db6554207
import type { Words } from './words.ts';

export const words: Words = {
  language: `English`,
  languageShort: `English`,
  locale: `en-GB`,
};
