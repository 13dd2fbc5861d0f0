import type { County } from '../../../values/division.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { sameApplicationAgain } from '../who/purposes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { CaseId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { BenefitsHouse } from '../house.ts';
import type { BenefitCase, Said } from '../case/case.ts';
import type { Application } from '../contract/apply.ts';
import type { ReceiveRefusal } from '../case/refusal.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { yearOf } from '../../../values/day.ts';
import { contains } from '../../../values/division.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { mayEnterPeople } from '../../families/register/entry-limit.ts';
import { personWithin } from '../../families/find/record.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { lendHand } from '../../hall/lend-hand.ts';
import { caseMatter, receiving } from '../who/case-matter.ts';
import { foldEvents } from '../case/case.ts';
import { receive } from '../case/decide.ts';
import { determineFor } from '../determine/determine.ts';
import { type AnswerFault, type GivenAnswers, readAnswers } from '../decide/answers.ts';
import { asTold, workedOutAgain } from '../determine/worked-out-again.ts';
import { lawOf } from '../law/case-law.ts';
import { type NotPublished, publishedPack } from '../law/offered.ts';
import { eventNow, noteDown } from '../review/happen.ts';
import { type CaseActing, inOneAct, type Undo } from '../review/one-act.ts';
import { type NotSettled, settlePeople } from './settle-people.ts';
import * as store from '../store.ts';

/** An application received: it has its number, and the family knows by when it is answered. */
export interface Received {
  readonly kind: 'received';
  readonly found: BenefitCase;
  readonly determination: Said;
  /** The same form had been handed in before: this is its case, and nothing was written again. */
  readonly already: boolean;
  readonly warnings: readonly Localized[];
}

export type ApplyOutcome =
  | Received
  | ReceiveRefusal
  | NotSettled
  | NotPublished
  | { readonly kind: 'answer-faults'; readonly faults: readonly AnswerFault[] }
  /** A photo that was never uploaded here. */
  | { readonly kind: 'no-such-photo'; readonly requirement: string }
  /** The subject has a live case for this benefit and period; its receipt, when the asker may see it. */
  | { readonly kind: 'one-live-case'; readonly receipt?: string };

/**
 * Receives an application: the people and the account (entered where they are new), the case with its number, timeline, documents, audit
 * entry and message, all in one transaction. The same form handed in twice, even at the same moment, is one case with one receipt.
 * `alongside` joins the transaction, such as the removal of the draft that is handed in.
 */
export async function apply(
  house: BenefitsHouse,
  acting: CaseActing,
  application: Application,
  alongside?: (trx: Transaction<Tables>) => Promise<void>,
): Promise<ApplyOutcome> {
  const asked = await publishedPack(house, acting.county, application.policy);
  if (asked.kind !== 'pack') return asked;
  const { pack } = asked;
  if (!pack.info.periods.includes(application.period))
    return { kind: 'not-in-the-policy', what: 'period', key: application.period };
  const read = readAnswers(pack.info, application.answers);
  if (read.kind === 'faults') return { kind: 'answer-faults', faults: read.faults };
  if (acting.kind === 'family' && entersPeople(application) && !(await mayEnterPeople(house, acting)))
    return { kind: 'identity-of-another', at: 'child' };
  const missing = await missingPhoto(house, acting.county, application);
  if (missing !== undefined) return { kind: 'no-such-photo', requirement: missing };
  const receipt = await store.nextReceipt(house.db, acting.county, yearOf(house.clock.today()));
  const outcome = await inOneAct<ApplyOutcome>(house, acting, async (trx, undo) => {
    const received = await applyWithin(trx, house, acting, { application, pack, answers: read.answers, receipt }, undo);
    await alongside?.(trx);
    return received;
  });
  // Two posts of one form: the second may fail on anything that the first has written.
  return outcome.kind === 'received'
    ? outcome
    : ((await receivedBefore(house, acting, application.submissionKey)) ?? outcome);
}

function entersPeople({ subject, applicant }: Application): boolean {
  return 'enter' in subject || 'enter' in applicant;
}

/** The first document whose photo is not kept here. The same photo may serve two documents. */
async function missingPhoto(
  house: BenefitsHouse,
  county: County,
  { photos }: Application,
): Promise<string | undefined> {
  const digests = [...new Set(photos.map(({ digest }) => digest))];
  const kept = await Promise.all(digests.map((digest) => house.filesOf(county).has(digest)));
  const missing = new Set(digests.filter((_digest, i) => !kept[i]));
  return photos.find(({ digest }) => missing.has(digest))?.requirement;
}

interface Applying {
  readonly application: Application;
  readonly pack: Pack;
  readonly answers: GivenAnswers;
  readonly receipt: string;
}

async function applyWithin(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  actingBefore: CaseActing,
  { application, pack, answers, receipt }: Applying,
  undo: Undo<ApplyOutcome>,
): Promise<Received> {
  const { county } = actingBefore;
  const today = house.clock.today();
  const settled = await settlePeople(trx, house, actingBefore, application);
  if (settled.kind !== 'settled') return undo(settled);
  const { acting, family, subject } = settled;
  const { period, photos, policy, submissionKey } = application;
  const determining = determineFor(
    pack,
    family,
    { subject: subject.id, period, answers, on: today },
    house.packs.engine,
  );
  const documents = [...new Set(photos.map(({ requirement }) => requirement))];
  const people = { subject: subject.id, applicant: settled.applicant, family: family.id, account: settled.account };
  const origin = acting.kind === 'staff' ? ('counter' as const) : ('phone' as const);
  const handedIn = { origin, policy, period, ...people, residence: subject.residence.code, documents };
  const told = {
    pack: pack.info,
    lawIsKept: true,
    determination: determining.determination,
    given: new Set(documents),
    calendar: await house.calendar(),
    today,
  };
  const answer = receive(handedIn, receipt, told);
  if (answer.kind !== 'done') return undo(answer);
  const id: CaseId = newId<'case'>(house.clock.now().getTime());
  const event = eventNow(house, acting, 1, answer.happening);
  const found = foldEvents(id, [event]);
  if ((await store.insertCase(trx, county, found, { submissionKey, kept: determining.kept })) === 'taken')
    return undo(await oneLiveCase(trx, county, found));
  if (acting.kind === 'staff') {
    const hand = await lendHand(trx, acting, [caseMatter(id)], receiving);
    if (hand.kind !== 'lent') throw new Error('A case that did not exist has hands in it');
  }
  await noteDown(trx, house, acting, found, { event, pack: pack.info, photos });
  return {
    kind: 'received',
    found,
    determination: determining.determination,
    already: false,
    warnings: settled.warnings,
  };
}

async function oneLiveCase(trx: Transaction<Tables>, county: County, found: BenefitCase): Promise<ApplyOutcome> {
  const receipt = await store.liveReceipt(trx, county, found);
  return { kind: 'one-live-case', ...(receipt !== undefined && { receipt }) };
}

/**
 * The case that a form became, for whoever handed it in: the family, the phone that has just entered its owner, the counter of that place.
 */
export async function receivedBefore(
  house: BenefitsHouse,
  acting: CaseActing,
  submissionKey: string,
): Promise<Received | undefined> {
  const system = { kind: 'system', county: acting.county, purpose: purposeOf(sameApplicationAgain) } as const;
  return inTransaction(house.db, settingsOf(system), async (trx) => {
    const known = await store.caseOfForm(trx, acting.county, submissionKey);
    const stored = known && (await store.loadCase(trx, acting.county, known));
    if (stored === undefined || !(await isOwnForm(trx, house, acting, stored.found))) return undefined;
    const { found, kept } = stored;
    const { named } = await lawOf(trx, house.packs, found);
    const determination = asTold(found.policy, kept, workedOutAgain(kept, named));
    return { kind: 'received', found, determination, already: true, warnings: [] };
  });
}

async function isOwnForm(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  acting: CaseActing,
  { family, applicant, residence }: BenefitCase,
): Promise<boolean> {
  switch (acting.kind) {
    case 'staff':
      return contains(acting.division, residence);
    case 'family':
      if (acting.family !== undefined || acting.phone === undefined) return acting.family === family;
      return (await personWithin(trx, house, acting.county, applicant))?.phone === acting.phone;
    case 'system':
      return true;
    default:
      return unreachable(acting);
  }
}
