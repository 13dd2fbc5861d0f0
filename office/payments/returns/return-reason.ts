import type { Localized } from '../../../values/language.ts';

/** Why the bank sent money back, and what the family can do. */
export interface ReturnReason {
  readonly reason: Localized;
  readonly advice: Localized;
}

type Known = 'account-wrong' | 'account-closed' | 'account-blocked' | 'name-mismatch' | 'bank-wrong';

const known: Record<Known, ReturnReason> = {
  'account-wrong': {
    reason: { 'zh-CN': '账号有误', en: 'the account number is wrong' },
    advice: { 'zh-CN': '请对照银行卡重新填写账号。', en: 'Enter the account number again, as on the bank card.' },
  },
  'account-closed': {
    reason: { 'zh-CN': '账户已经销户', en: 'the account is closed' },
    advice: { 'zh-CN': '请换一个在用的账户。', en: 'Name another account that is in use.' },
  },
  'account-blocked': {
    reason: { 'zh-CN': '账户被冻结或停用', en: 'the account is blocked' },
    advice: {
      'zh-CN': '请到银行恢复账户，或者换一个在用的账户。',
      en: 'Have the bank unblock it, or name another account.',
    },
  },
  'name-mismatch': {
    reason: { 'zh-CN': '户名和账号对不上', en: 'the name and the account do not match' },
    advice: {
      'zh-CN': '请按银行卡上的写法重新填写户名和账号。',
      en: 'Enter the holder’s name and the number again, as on the bank card.',
    },
  },
  'bank-wrong': {
    reason: { 'zh-CN': '开户行有误', en: 'the bank is wrong' },
    advice: { 'zh-CN': '请重新填写开户行。', en: 'Enter the bank again.' },
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
    reason: { 'zh-CN': `银行说明：${said}`, en: `the bank says: ${said}` },
    advice: {
      'zh-CN': '请核对账户，或者换一个在用的账户。',
      en: 'Check the account, or name another one that is in use.',
    },
  };
}
