import type { Localized } from '../../../values/language.ts';

/** Why a clerk may look somebody up at the counter: the list they pick from. The family reads these words in its access log. */
export const counterPurposes: readonly { readonly key: string; readonly words: Localized }[] = [
  { key: 'apply', words: { 'zh-CN': '本人到窗口申请', en: 'The person applies at the counter' } },
  { key: 'enquiry', words: { 'zh-CN': '答复本人咨询', en: 'Answering the person’s own enquiry' } },
  { key: 'correct', words: { 'zh-CN': '按本人要求更正登记', en: 'Correcting the register at the person’s request' } },
  {
    key: 'payment',
    words: { 'zh-CN': '处理本人的退汇或账户', en: 'Mending the person’s returned payment or account' },
  },
];

/** The purpose to store for a key of the list; undefined for any other text. */
export function purposeOfKey(key: string): string | undefined {
  return counterPurposes.find((purpose) => purpose.key === key)?.words['zh-CN'];
}

/** Supervision's own purpose, which stands in the access log like any other. */
export const supervisingPurpose = '监督检查';

const caseInChinese = '办理办件 ';

/** The purpose of opening a case, as it is stored. */
export function casePurpose(receipt: string): string {
  return `${caseInChinese}${receipt}`;
}

const draftingPurpose = '编制发放批次';
const batchInChinese = '发放批次 ';

/** The purpose of making the bank's file of a batch, as it is stored. */
export function batchPurpose(number: string): string {
  return `${batchInChinese}${number}`;
}

/** A stored purpose in both languages. One that was written freely is shown as it stands. */
export function purposeWords(stored: string): Localized {
  const listed = counterPurposes.find((purpose) => purpose.words['zh-CN'] === stored);
  if (listed !== undefined) return listed.words;
  if (stored === supervisingPurpose) return { 'zh-CN': stored, en: 'Supervision' };
  if (stored.startsWith(caseInChinese))
    return { 'zh-CN': stored, en: `Handling case ${stored.slice(caseInChinese.length)}` };
  if (stored === draftingPurpose) return { 'zh-CN': stored, en: 'Drawing up a batch of payments' };
  if (stored.startsWith(batchInChinese))
    return { 'zh-CN': stored, en: `Paying out batch ${stored.slice(batchInChinese.length)}` };
  return { 'zh-CN': stored, en: stored };
}
