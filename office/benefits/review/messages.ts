import { words } from '../words/made/all.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import { inEveryLanguage, alike, type Localized } from '../../../values/language.ts';
import type { BenefitCase, CaseEvent } from '../case/case.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { dayIn, listed } from '../words/amounts-and-days.ts';

/**
 * What the family is told when something happens in its case; undefined when there is nothing for it to know. It goes out as a text message
 * too, so it names no person and no amount.
 */
export function messageOf(event: CaseEvent, found: BenefitCase, pack: PackInfo): Localized | undefined {
  const receipt = alike(found.receipt);
  const { title } = pack;
  switch (event.kind) {
    case 'received':
      return inEveryLanguage(words, (w, inOwn) =>
        w.messages.received({ title: inOwn(title), receipt: inOwn(receipt), dueOn: inOwn(dayIn(event.body.dueOn)) }),
      );
    case 'correction-asked':
      return inEveryLanguage(words, (w, inOwn) =>
        w.messages.correctionAsked({
          title: inOwn(title),
          receipt: inOwn(receipt),
          listed: inOwn(listed(event.body.items.map(({ words }) => words))),
        }),
      );
    case 'confirmed':
      return inEveryLanguage(words, (w, inOwn) =>
        w.messages.confirmed({ title: inOwn(title), receipt: inOwn(receipt) }),
      );
    case 'review-refused':
    case 'refused':
      return inEveryLanguage(words, (w, inOwn) => w.messages.refused({ title: inOwn(title), receipt: inOwn(receipt) }));
    case 'deadline-moved':
      return inEveryLanguage(words, (w, inOwn) =>
        w.messages.deadlineMoved({
          title: inOwn(title),
          receipt: inOwn(receipt),
          dueOn: inOwn(dayIn(event.body.dueOn)),
        }),
      );
    case 'corrected':
      return inEveryLanguage(words, (w, inOwn) =>
        w.messages.corrected({ receipt: inOwn(receipt), dueOn: inOwn(dayIn(event.body.dueOn)) }),
      );
    case 'review-passed':
    case 'sent-back':
    case 'withdrawn':
      return undefined;
    default:
      return unreachable(event);
  }
}
