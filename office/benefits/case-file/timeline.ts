import type { Localized } from '../../../values/language.ts';
import type { Actor, CaseEvent } from '../case/case.ts';
import type { TimelineEntry } from '../contract/case-file.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { outcomeWords } from '../words/why-refused.ts';
import { dayIn, listed, sentence } from '../words/say.ts';

/** An event as the timeline shows it, in words. */
export function timelineEntryOf(event: CaseEvent): TimelineEntry {
  const note = noteOf(event);
  return {
    seq: event.seq,
    at: event.at,
    kind: event.kind,
    by: actorOnTheWire(event.by),
    words: eventWords(event),
    ...(note !== undefined && { note }),
  };
}

function actorOnTheWire(by: Actor): TimelineEntry['by'] {
  const { kind, name } = by;
  return by.kind === 'staff' ? { kind, name, office: by.office, duty: by.duty } : { kind, name };
}

function eventWords(event: CaseEvent): Localized {
  switch (event.kind) {
    case 'received':
      return event.body.origin === 'counter'
        ? sentence(
            '窗口受理，回执已给；测算：{0}',
            'Received at the counter, receipt given; determination: {0}',
            outcomeWords(event.body.determination),
          )
        : sentence(
            '手机提交，回执已给；测算：{0}',
            'Handed in by phone, receipt given; determination: {0}',
            outcomeWords(event.body.determination),
          );
    case 'correction-asked':
      return sentence(
        '一次性告知，还差：{0}。计时暂停',
        'One notice sent, missing: {0}. The clock stands',
        listed(event.body.items.map(({ words }) => words)),
      );
    case 'corrected':
      return sentence(
        '家庭已补正，计时继续，期限改为{0}',
        'The family answered; the clock runs again, due on {0}',
        dayIn(event.body.dueOn),
      );
    case 'review-passed':
      return sentence('审核通过：{0}', 'Review passed: {0}', outcomeWords(event.body.determination));
    case 'review-refused':
      return sentence('审核不予同意，决定书{0}', 'Refused at review, decision {0}', theSame(event.body.decisionNumber));
    case 'sent-back':
      return { 'zh-CN': '县级退回，重新审核', en: 'Sent back by the county for another review' };
    case 'confirmed':
      return sentence(
        '县级确认同意：{0}，决定书{1}',
        'Granted: {0}, decision {1}',
        outcomeWords(event.body.determination),
        theSame(event.body.decisionNumber),
      );
    case 'refused':
      return sentence(
        '县级不予同意，决定书{0}',
        'Refused by the county, decision {0}',
        theSame(event.body.decisionNumber),
      );
    case 'withdrawn':
      return { 'zh-CN': '申请人撤回', en: 'Withdrawn by the applicant' };
    case 'deadline-moved':
      return sentence(
        '工作日安排有变，期限由{0}改为{1}',
        'The working calendar changed: due {1} instead of {0}',
        dayIn(event.body.from),
        dayIn(event.body.dueOn),
      );
    default:
      return unreachable(event);
  }
}

/** What was typed with an event. */
function noteOf(event: CaseEvent): string | undefined {
  switch (event.kind) {
    case 'correction-asked':
    case 'review-passed':
      return event.body.note;
    case 'corrected':
      return event.body.explanation;
    case 'sent-back':
      return event.body.reason;
    case 'received':
    case 'review-refused':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
    case 'deadline-moved':
      return undefined;
    default:
      return unreachable(event);
  }
}

function theSame(text: string): Localized {
  return { 'zh-CN': text, en: text };
}
