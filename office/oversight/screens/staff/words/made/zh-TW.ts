// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
import type { Words } from './words.ts';

export const words: Words = {
  title: `查閱記錄`,
  caption: `誰查閱了誰的記錄，新的在前`,
  staff: `工作人員`,
  from: `從`,
  until: `到`,
  find: `查詢`,
  clear: `清除條件`,
  at: `時間`,
  who: `查閱人`,
  office: `單位、職責`,
  what: `看了什麼`,
  person: `誰的記錄`,
  place: `戶籍地`,
  purpose: `事由`,
  none: `沒有符合條件的查閱。`,
  noneHint: `每一次檢視個人記錄，都會自動記在這裡；記下的不能改，也不能刪。`,
  more: `再看更早的`,
};
