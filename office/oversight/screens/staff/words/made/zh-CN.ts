// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
import type { Words } from './words.ts';

export const words: Words = {
  title: `查阅记录`,
  caption: `谁查阅了谁的记录，新的在前`,
  staff: `工作人员`,
  from: `从`,
  until: `到`,
  find: `查找`,
  clear: `清除条件`,
  at: `时间`,
  who: `查阅人`,
  office: `单位、职责`,
  what: `看了什么`,
  person: `谁的记录`,
  place: `户籍地`,
  purpose: `事由`,
  none: `没有符合条件的查阅。`,
  noneHint: `每一次查看个人记录，都会自动记在这里；记下的不能改，也不能删。`,
  more: `再看更早的`,
};
