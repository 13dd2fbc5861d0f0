import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { Localized } from '../../../values/language.ts';
import type { BenefitCase, CaseEvent } from '../case/case.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { dayIn, listed, sentence } from '../words/say.ts';

/**
 * What the family is told when something happens in its case; undefined when there is nothing for it to know. It goes out as a text message too, so it names no
 * person and no amount.
 */
export function messageOf(event: CaseEvent, found: BenefitCase, pack: PackInfo): Localized | undefined {
  const receipt: Localized = { 'zh-CN': found.receipt, en: found.receipt };
  const { title } = pack;
  switch (event.kind) {
    case 'received':
      return sentence(
        '您的{0}申请已收到，回执号{1}，最晚{2}答复您。',
        'Your application for the {0} has arrived. Receipt {1}; you will have an answer by {2}.',
        title,
        receipt,
        dayIn(event.body.dueOn),
      );
    case 'correction-asked':
      return sentence(
        '您的{0}申请（{1}）还差：{2}。请一次补齐，在手机上或到窗口都可以；这段时间不算在期限里。',
        'Your application for the {0} ({1}) still lacks: {2}. Please hand in everything at once, by phone or at the counter; the clock stands meanwhile.',
        title,
        receipt,
        listed(event.body.items.map(({ words }) => words)),
      );
    case 'confirmed':
      return sentence(
        '您的{0}申请（{1}）已同意。钱打到您留的账户，到账再告诉您。',
        'Your application for the {0} ({1}) is granted. The money goes to the account you named; you will be told when it arrives.',
        title,
        receipt,
      );
    case 'review-refused':
    case 'refused':
      return sentence(
        '您的{0}申请（{1}）没有同意。理由、依据和不服怎么办，都写在决定书里，凭回执号查看，也可到窗口领取。',
        'Your application for the {0} ({1}) was refused. The reasons, the law and how to disagree are in the decision: look it up by the receipt number or ask for it at the counter.',
        title,
        receipt,
      );
    case 'deadline-moved':
      return sentence(
        '工作日安排有变，您的{0}申请（{1}）最晚{2}答复。',
        'The working calendar changed: your application for the {0} ({1}) will be answered by {2}.',
        title,
        receipt,
        dayIn(event.body.dueOn),
      );
    case 'corrected':
      return sentence(
        '您补来的已收到（{0}），最晚{1}答复您。',
        'What you handed in has arrived ({0}); you will have an answer by {1}.',
        receipt,
        dayIn(event.body.dueOn),
      );
    case 'review-passed':
    case 'sent-back':
    case 'withdrawn':
      return undefined;
    default:
      return unreachable(event);
  }
}
