// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
import type { Words } from './words.ts';

export const words: Words = {
  title: `Access log`,
  caption: `Who looked at whose record, newest first`,
  staff: `Staff member`,
  from: `From`,
  until: `To`,
  find: `Find`,
  clear: `Clear filters`,
  at: `When`,
  who: `Who looked`,
  office: `Office, duty`,
  what: `What was seen`,
  person: `Whose record`,
  place: `Residence`,
  purpose: `Purpose`,
  none: `No look matches.`,
  noneHint: `Every look at a person’s record is written here by itself; what is written is never changed or deleted.`,
  more: `Show earlier`,
};
