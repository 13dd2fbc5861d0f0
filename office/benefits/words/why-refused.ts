import type { Localized } from '../../../values/language.ts';
import type { CaseState } from '../case/case.ts';
import type { Hand } from '../case/hand.ts';
import type { Refusal, Seen } from '../case/refusal.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { briefOf } from '../case/decide.ts';
import { dayIn, inARow, listed, moneyIn, sentence } from './say.ts';

const stateNames: Readonly<Record<CaseState, Localized>> = {
  received: { 'zh-CN': '待审核', en: 'awaiting review' },
  correcting: { 'zh-CN': '等家庭补正', en: 'waiting for the family' },
  reviewed: { 'zh-CN': '待县级确认', en: 'awaiting confirmation' },
  granted: { 'zh-CN': '已同意', en: 'granted' },
  refused: { 'zh-CN': '不予同意', en: 'refused' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
};

export const handNames: Readonly<Record<Hand, Localized>> = {
  receive: { 'zh-CN': '受理', en: 'receiving it' },
  review: { 'zh-CN': '审核', en: 'reviewing it' },
  confirm: { 'zh-CN': '确认', en: 'confirming it' },
  'release-funds': { 'zh-CN': '放行资金', en: 'releasing its funds' },
  'pay-out': { 'zh-CN': '发放', en: 'paying it out' },
};

const notInThePolicy = {
  document: {
    'zh-CN': '这项政策不要这种材料，没有收下：',
    en: 'This benefit does not ask for this document; it was not taken: ',
  },
  fact: { 'zh-CN': '这项政策不问这件事：', en: 'This benefit does not ask about: ' },
  article: { 'zh-CN': '这项政策里没有这一条：', en: 'This benefit has no such article: ' },
  period: { 'zh-CN': '这项政策不包括这一年度：', en: 'This benefit does not cover the period ' },
} as const;

/** Said wherever a case can't be determined, because no text of its law is kept. */
export const lawNotKeptWords: Localized = {
  'zh-CN': '本件依据的政策文本没有保存，也不在政策目录里，不能测算，也不能据以决定。请系统管理员把该政策放回目录。',
  en: 'The text of this case’s policy is not kept and is not among the published policies, so it can be neither determined nor decided. Please ask the administrator to put the policy back.',
};

/** A benefit whose pack was published before and is no longer. */
export function noLongerOfferedWords(title: Localized): { readonly title: Localized; readonly detail: Localized } {
  return {
    title: { 'zh-CN': '这个惠民项目不再受理新申请', en: 'This benefit can no longer be applied for' },
    detail: sentence(
      '“{0}”的政策已不在公布之列。已经提交的申请照常办理，凭回执号查看。',
      'The policy of the {0} is no longer published. Applications that were handed in go on: follow them by their receipt number.',
      title,
    ),
  };
}

/** Why something was not done: what happened, what to do, and that nothing was lost. */
export function whyRefused(refusal: Refusal): Localized {
  switch (refusal.kind) {
    case 'case-is-closed':
      return sentence(
        '本件已办结（{0}），不能再改动。',
        'This case is closed ({0}) and can no longer be changed.',
        stateNames[refusal.state],
      );
    case 'clock-stands':
      return sentence(
        '已在{0}一次性告知，等家庭补正，计时暂停。补来后再办。',
        'The family was told on {0} what is missing; the clock stands until it answers.',
        dayIn(refusal.since),
      );
    case 'another-duty':
      return refusal.needs === 'review'
        ? { 'zh-CN': '由乡镇有“审核”职责的工作人员办。', en: 'Done by township staff whose duty is to review.' }
        : { 'zh-CN': '由县级有“确认”职责的工作人员办。', en: 'Done by county staff whose duty is to confirm.' };
    case 'not-this-step':
      return refusal.turn === 'review'
        ? {
            'zh-CN': '本件正在乡镇审核，审核通过后再办。',
            en: 'This case is at the township’s review; please wait until it has passed.',
          }
        : {
            'zh-CN': '本件已审核通过，正在县级确认。',
            en: 'This case has passed review and is at the county’s confirmation.',
          };
    case 'nobody-acts-twice':
      return sentence(
        '您在“{0}”环节办过本件。同一人在一件里只办一次，请交给同事。',
        'You had a part in this case already, {0}. Nobody acts twice on one case; please leave it to a colleague.',
        handNames[refusal.earlier],
      );
    case 'determination-changed':
      return sentence(
        '您看到的是{0}，按今天的登记和政策是{1}。请看过再决定，什么都没有保存。',
        'You saw {0}; by today’s record and policy it is {1}. Please look again before deciding; nothing was saved.',
        outcomeWords(refusal.seen),
        outcomeWords(briefOf(refusal.now)),
      );
    case 'documents-missing':
      return sentence(
        '还差：{0}。先一次性告知，补来后再通过。',
        'Still missing: {0}. Ask for it in the one notice first.',
        listed(refusal.documents),
      );
    case 'undetermined':
      return sentence(
        '还不知道：{0}。不知道这些，政策给不出结果。',
        'Not known yet: {0}. Without it the policy gives no answer.',
        listed(refusal.missing),
      );
    case 'not-eligible':
      return sentence(
        '按政策不能同意。{0}',
        'The policy does not grant it. {0}',
        inARow(refusal.because.map(({ words }) => words)),
      );
    case 'everything-missing-is-said-once':
      return sentence(
        '{0}已经一次性告知过。缺什么只能告知一次，请按现有材料决定。',
        'The family was told on {0} what is missing. That is said once; please decide on what there is.',
        dayIn(refusal.on),
      );
    case 'nothing-asked-for':
      return {
        'zh-CN': '请勾选还差的材料，或还不清楚的情况。',
        en: 'Please tick the documents that are missing or the facts that are not clear.',
      };
    case 'not-in-the-policy': {
      const words = notInThePolicy[refusal.what];
      return { 'zh-CN': `${words['zh-CN']}“${refusal.key}”。`, en: `${words.en}‘${refusal.key}’.` };
    }
    case 'a-refusal-gives-its-reason':
      return {
        'zh-CN': '按政策可以同意。不予同意，要写明理由并选出依据的条款。',
        en: 'The policy grants this. To refuse it, write the reason and choose the article it rests on.',
      };
    case 'still-missing':
      return sentence(
        '还差：{0}。请一次补齐；实在没有的，写明原因。已传的照片都在。',
        'Still missing: {0}. Please hand in everything at once, or write why something can’t be had. The photos you added are kept.',
        listed(refusal.items.map(({ words }) => words)),
      );
    case 'nothing-to-correct':
      return { 'zh-CN': '本件现在不需要补什么。', en: 'Nothing is asked of you in this case now.' };
    case 'law-not-kept':
      return lawNotKeptWords;
    default:
      return unreachable(refusal);
  }
}

/** `可领3,600元`, `不符合`, `还不能确定`. */
export function outcomeWords({ outcome, amountFen }: Seen): Localized {
  switch (outcome) {
    case 'eligible':
      return amountFen === null
        ? { 'zh-CN': '可以领', en: 'eligible' }
        : sentence('可领{0}', '{0}', moneyIn(amountFen));
    case 'not-eligible':
      return { 'zh-CN': '不符合', en: 'not eligible' };
    case 'undetermined':
      return { 'zh-CN': '还不能确定', en: 'not determined yet' };
    default:
      return unreachable(outcome);
  }
}
