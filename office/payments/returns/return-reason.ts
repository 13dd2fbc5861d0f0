import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';

/** Why the bank sent money back, and what the family can do. */
export interface ReturnReason {
  readonly reason: Localized;
  readonly advice: Localized;
}

type Known = 'account-wrong' | 'account-closed' | 'account-blocked' | 'name-mismatch' | 'bank-wrong';

const known: Record<Known, ReturnReason> = {
  'account-wrong': {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice),
  },
  'account-closed': {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason2),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice2),
  },
  'account-blocked': {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason3),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice3),
  },
  'name-mismatch': {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason4),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice4),
  },
  'bank-wrong': {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason5),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice5),
  },
};

// ISO 20022 external status reason codes, and the words Chinese banks write. The first that fits counts.
const signs: readonly (readonly [Known, ReadonlySet<string>, RegExp])[] = [
  [
    'name-mismatch',
    new Set(['BE01']),
    /户名.*(不符|不一致|不匹配|有误|错误)|(账号|账户|卡号).*户名.*(不符|不一致|不匹配)/,
  ],
  ['account-closed', new Set(['AC04', 'AC07']), /销户|注销|已关闭/],
  ['account-blocked', new Set(['AC06']), /冻结|停用|止付|挂失|睡眠|不动户|状态(异常|不正常)/],
  ['bank-wrong', new Set(['RC01', 'RC04']), /(行号|开户行|机构号).*(有误|错误|不符|不存在)/],
  ['account-wrong', new Set(['AC01', 'AC03']), /(账号|账户|卡号).*(有误|错误|不存在|无效|不符)|无此(账号|账户|户)/],
];

/** What a bank's code or words mean for a family. Words nobody has listed are passed on as the bank wrote them. */
export function returnReasonOf(said: string): ReturnReason {
  const code = said.trim().slice(0, 4).toUpperCase();
  const sign = signs.find(([, codes, words]) => codes.has(code) || words.test(said));
  if (sign !== undefined) return known[sign[0]];
  return {
    reason: inEveryLanguage(words, (w) => w.returnReason.reason6({ said })),
    advice: inEveryLanguage(words, (w) => w.returnReason.advice6),
  };
}
