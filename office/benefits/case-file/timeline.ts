import { words } from '../words/made/all.ts';
import { alike, inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Actor, CaseEvent } from '../case/case.ts';
import type { TimelineEntry } from '../contract/case-file.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { outcomeWords } from '../words/why-refused.ts';
import { dayIn, listed } from '../words/amounts-and-days.ts';

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
        ? inEveryLanguage(words, (w, inOwn) =>
            w.timeline.receivedAtTheCounter({ determination: inOwn(outcomeWords(event.body.determination)) }),
          )
        : inEveryLanguage(words, (w, inOwn) =>
            w.timeline.receivedByPhone({ determination: inOwn(outcomeWords(event.body.determination)) }),
          );
    case 'correction-asked':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.correctionAsked({ listed: inOwn(listed(event.body.items.map(({ words }) => words))) }),
      );
    case 'corrected':
      return inEveryLanguage(words, (w, inOwn) => w.timeline.corrected({ dueOn: inOwn(dayIn(event.body.dueOn)) }));
    case 'review-passed':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.reviewPassed({ determination: inOwn(outcomeWords(event.body.determination)) }),
      );
    case 'review-refused':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.reviewRefused({ decisionNumber: inOwn(alike(event.body.decisionNumber)) }),
      );
    case 'sent-back':
      return inEveryLanguage(words, (w) => w.timeline.sentBack);
    case 'confirmed':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.confirmed({
          determination: inOwn(outcomeWords(event.body.determination)),
          decisionNumber: inOwn(alike(event.body.decisionNumber)),
        }),
      );
    case 'refused':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.refused({ decisionNumber: inOwn(alike(event.body.decisionNumber)) }),
      );
    case 'withdrawn':
      return inEveryLanguage(words, (w) => w.timeline.withdrawn);
    case 'deadline-moved':
      return inEveryLanguage(words, (w, inOwn) =>
        w.timeline.deadlineMoved({ from: inOwn(dayIn(event.body.from)), dueOn: inOwn(dayIn(event.body.dueOn)) }),
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
