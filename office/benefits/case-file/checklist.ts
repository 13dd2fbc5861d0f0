import { words as catalogue } from '../words/made/all.ts';
import type { Division } from '../../../values/division.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { BenefitCase, Determined } from '../case/case.ts';
import type { CaseAction, Check } from '../contract/case-file.ts';
import { contains } from '../../../values/division.ts';
import { type CaseAct, type Told, whyNot } from '../case/decide.ts';
import type { Signer } from '../case/hand.ts';
import { closedOn, turnOf } from '../case/case.ts';
import { deadlineStanding } from '../case/deadline.ts';
import { briefOf } from '../case/decide.ts';
import { handNames, lawNotKeptWords, outcomeWords, whyRefused } from '../words/why-refused.ts';
import { dayIn, listed } from '../words/amounts-and-days.ts';

/** Who signs, and the division of the duty they sign by. */
export interface SignerAt extends Signer {
  readonly division: Division;
}

/** The case-file checks shown above a decision: complete? right article? right amount? right step? in time? right signer? */
export function checksOf(found: BenefitCase, signer: SignerAt, told: Told): readonly Check[] {
  return [
    competent(found, signer),
    complete(told),
    article(told),
    amount(found.determination, told),
    step(found, signer),
    deadline(found, told),
    rightSigner(signer),
  ];
}

function competent(found: BenefitCase, signer: SignerAt): Check {
  return contains(signer.division, found.residence)
    ? check(
        'competent',
        'passes',
        inEveryLanguage(catalogue, (w) => w.checklist.officeCompetent),
      )
    : check(
        'competent',
        'fails',
        inEveryLanguage(catalogue, (w) => w.checklist.registeredElsewhere),
      );
}

function complete({ pack, given }: Told): Check {
  const missing = pack.documents.filter(({ key, required }) => required && !given.has(key));
  if (missing.length === 0)
    return check(
      'complete',
      'passes',
      inEveryLanguage(catalogue, (w) => w.checklist.documentsComplete),
    );
  return check(
    'complete',
    'fails',
    inEveryLanguage(catalogue, (w, inOwn) =>
      w.checklist.missing({ listed: inOwn(listed(missing.map(({ name }) => name))) }),
    ),
  );
}

function article({ determination, lawIsKept }: Told): Check {
  if (!lawIsKept) return check('article', 'fails', lawNotKeptWords);
  if (determination.outcome === 'undetermined') {
    const missing = listed(determination.missing.map(({ words }) => words));
    return check(
      'article',
      'fails',
      inEveryLanguage(catalogue, (w, inOwn) => w.checklist.notKnownYet({ missing: inOwn(missing) })),
    );
  }
  if (determination.outcome === 'not-eligible')
    return check(
      'article',
      'fails',
      inEveryLanguage(catalogue, (w) => w.checklist.conditionsNotMet),
    );
  const unverified = determination.because.some(({ law }) => law !== undefined && !law.verified);
  return unverified
    ? check(
        'article',
        'attention',
        inEveryLanguage(catalogue, (w) => w.checklist.articleAppliesUnverified),
      )
    : check(
        'article',
        'passes',
        inEveryLanguage(catalogue, (w) => w.checklist.articleApplies),
      );
}

function amount(before: Determined, { determination }: Told): Check {
  const now = briefOf(determination);
  if (before.outcome === now.outcome && before.amountFen === now.amountFen) {
    return check(
      'amount',
      'passes',
      inEveryLanguage(catalogue, (w) => w.checklist.amountAgrees),
    );
  }
  const [was, is] = [outcomeWords(before), outcomeWords(now)];
  const changed = inEveryLanguage(catalogue, (w, inOwn) =>
    w.checklist.determinationChanged({ was: inOwn(was), is: inOwn(is) }),
  );
  return check('amount', 'attention', changed);
}

function step(found: BenefitCase, signer: Signer): Check {
  const turn = turnOf(found.state);
  if (turn === signer.duty)
    return check(
      'step',
      'passes',
      inEveryLanguage(catalogue, (w) => w.checklist.yourStep),
    );
  return check(
    'step',
    'fails',
    turn === undefined ? inEveryLanguage(catalogue, (w) => w.checklist.itIsClosed) : whoseTurn[turn],
  );
}

const whoseTurn = {
  review: inEveryLanguage(catalogue, (w) => w.checklist.review),
  confirm: inEveryLanguage(catalogue, (w) => w.checklist.confirm),
  family: inEveryLanguage(catalogue, (w) => w.checklist.family),
} as const;

function deadline(found: BenefitCase, { calendar, today }: Told): Check {
  const at = { dueOn: found.dueOn, waiting: found.state === 'correcting', closed: closedOn(found) !== undefined };
  const standing = deadlineStanding(at, today, calendar);
  const due = dayIn(found.dueOn);
  if (standing === 'overdue')
    return check(
      'deadline',
      'fails',
      inEveryLanguage(catalogue, (w, inOwn) => w.checklist.deadlineHasPassed({ due: inOwn(due) })),
    );
  if (found.dueProvisional && standing !== 'closed') {
    const provisional = inEveryLanguage(catalogue, (w, inOwn) => w.checklist.provisional({ due: inOwn(due) }));
    return check('deadline', 'attention', provisional);
  }
  return check(
    'deadline',
    'passes',
    inEveryLanguage(catalogue, (w) => w.checklist.withinDeadline),
  );
}

function rightSigner(signer: Signer): Check {
  const { earlier } = signer;
  if (earlier === undefined) {
    return check(
      'signer',
      'passes',
      inEveryLanguage(catalogue, (w) => w.checklist.youHadNoPart),
    );
  }
  return check(
    'signer',
    'fails',
    inEveryLanguage(catalogue, (w, inOwn) => w.checklist.youHadAPart({ value: inOwn(handNames[earlier]) })),
  );
}

function check(key: Check['key'], result: Check['result'], words: Localized): Check {
  return { key, result, words };
}

const acts: readonly CaseAct[] = ['pass', 'ask-correction', 'refuse', 'grant', 'send-back'];

/** The acts of the case's step (of the signer's own duty when it is nobody's turn), each allowed or with the sentence why not. */
export function actionsOf(found: BenefitCase, signer: Signer, told: Told): readonly CaseAction[] {
  return acts.map((key) => {
    const refusal = whyNot(found, key, signer, told);
    return refusal ? { key, allowed: false, why: whyRefused(refusal) } : { key, allowed: true };
  });
}
