import { words as catalogue } from './made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { CaseState } from '../case/case.ts';
import type { Hand } from '../case/hand.ts';
import type { Refusal, Seen } from '../case/refusal.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { briefOf } from '../case/decide.ts';
import { dayIn, inARow, listed, moneyIn } from './amounts-and-days.ts';

const stateNames: Readonly<Record<CaseState, Localized>> = {
  received: inEveryLanguage(catalogue, (w) => w.whyRefused.received),
  correcting: inEveryLanguage(catalogue, (w) => w.whyRefused.correcting),
  reviewed: inEveryLanguage(catalogue, (w) => w.whyRefused.reviewed),
  granted: inEveryLanguage(catalogue, (w) => w.whyRefused.granted),
  refused: inEveryLanguage(catalogue, (w) => w.whyRefused.refused),
  withdrawn: inEveryLanguage(catalogue, (w) => w.whyRefused.withdrawn),
};

export const handNames: Readonly<Record<Hand, Localized>> = {
  receive: inEveryLanguage(catalogue, (w) => w.whyRefused.receive),
  review: inEveryLanguage(catalogue, (w) => w.whyRefused.review),
  confirm: inEveryLanguage(catalogue, (w) => w.whyRefused.confirm),
};

const notInThePolicy = {
  document: inEveryLanguage(catalogue, (w) => w.whyRefused.document),
  fact: inEveryLanguage(catalogue, (w) => w.whyRefused.fact),
  article: inEveryLanguage(catalogue, (w) => w.whyRefused.article),
  period: inEveryLanguage(catalogue, (w) => w.whyRefused.period),
} as const;

/** Said wherever a case can't be determined, because no text of its law is kept. */
export const lawNotKeptWords: Localized = inEveryLanguage(catalogue, (w) => w.whyRefused.lawNotKept);

/** A benefit whose pack was published before and is no longer. */
export function noLongerOfferedWords(title: Localized): { readonly title: Localized; readonly detail: Localized } {
  return {
    title: inEveryLanguage(catalogue, (w) => w.whyRefused.noLongerOfferedTitle),
    detail: inEveryLanguage(catalogue, (w, inOwn) => w.whyRefused.noLongerOfferedDetail({ title: inOwn(title) })),
  };
}

/** Why something was not done: what happened, what to do, and that nothing was lost. */
export function whyRefused(refusal: Refusal): Localized {
  switch (refusal.kind) {
    case 'case-is-closed':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.caseIsClosed({ value: inOwn(stateNames[refusal.state]) }),
      );
    case 'clock-paused':
      return inEveryLanguage(catalogue, (w, inOwn) => w.whyRefused.clockPaused({ since: inOwn(dayIn(refusal.since)) }));
    case 'another-duty':
      return refusal.needs === 'review'
        ? inEveryLanguage(catalogue, (w) => w.whyRefused.reviewersDuty)
        : inEveryLanguage(catalogue, (w) => w.whyRefused.confirmersDuty);
    case 'not-this-step':
      return refusal.turn === 'review'
        ? inEveryLanguage(catalogue, (w) => w.whyRefused.atReview)
        : inEveryLanguage(catalogue, (w) => w.whyRefused.atConfirmation);
    case 'nobody-acts-twice':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.nobodyActsTwice({ value: inOwn(handNames[refusal.earlier]) }),
      );
    case 'determination-changed':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.determinationChanged({
          seen: inOwn(outcomeWords(refusal.seen)),
          outcomeWords: inOwn(outcomeWords(briefOf(refusal.now))),
        }),
      );
    case 'documents-missing':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.documentsMissing({ documents: inOwn(listed(refusal.documents)) }),
      );
    case 'undetermined':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.stillUndetermined({ missing: inOwn(listed(refusal.missing)) }),
      );
    case 'not-eligible':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.notGrantedByThePolicy({ reasons: inOwn(inARow(refusal.because.map(({ words }) => words))) }),
      );
    case 'everything-missing-is-said-once':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.everythingMissingIsSaidOnce({ on: inOwn(dayIn(refusal.on)) }),
      );
    case 'nothing-asked-for':
      return inEveryLanguage(catalogue, (w) => w.whyRefused.nothingAskedFor);
    case 'not-in-the-policy': {
      const words = notInThePolicy[refusal.what];
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.notInThePolicy({ words: inOwn(words), key: refusal.key }),
      );
    }
    case 'a-refusal-gives-its-reason':
      return inEveryLanguage(catalogue, (w) => w.whyRefused.aRefusalGivesItsReason);
    case 'still-missing':
      return inEveryLanguage(catalogue, (w, inOwn) =>
        w.whyRefused.stillMissing({ listed: inOwn(listed(refusal.items.map(({ words }) => words))) }),
      );
    case 'nothing-to-correct':
      return inEveryLanguage(catalogue, (w) => w.whyRefused.nothingToCorrect);
    case 'law-not-kept':
      return lawNotKeptWords;
    default:
      return unreachable(refusal);
  }
}

/** `可领3,600元`, `不符合条件`, `还不能确定`. */
export function outcomeWords({ outcome, amountFen }: Seen): Localized {
  switch (outcome) {
    case 'eligible':
      return amountFen === null
        ? inEveryLanguage(catalogue, (w) => w.whyRefused.eligible)
        : inEveryLanguage(catalogue, (w, inOwn) => w.whyRefused.eligibleFor({ amountFen: inOwn(moneyIn(amountFen)) }));
    case 'not-eligible':
      return inEveryLanguage(catalogue, (w) => w.whyRefused.notEligible);
    case 'undetermined':
      return inEveryLanguage(catalogue, (w) => w.whyRefused.undetermined);
    default:
      return unreachable(outcome);
  }
}
