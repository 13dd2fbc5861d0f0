import { alike } from '../../../values/language.ts';
import type { County } from '../../../values/division.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { CaseId } from '../../../values/id.ts';
import type { Account, Family, Person } from '../../families/case.ts';
import type { BenefitsHouse } from '../house.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { BenefitCase } from '../case/case.ts';
import type { CaseFile, CorrectionWire, DecisionLetter } from '../contract/case-file.ts';
import type { StoredCase } from '../store.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { contains } from '../../../values/division.ts';
import { maskedResidentId } from '../../../values/resident-id.ts';
import { maskedPhone } from '../../families/case.ts';
import { factsOf } from '../../families/decide/facts.ts';
import { accountWithin } from '../../families/find/record.ts';
import { recordLooks } from '../../hall/record.ts';
import { caseMatter, lookAtCase } from '../who/case-matter.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { seenByFirst } from '../../hall/who/acting-for.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { handlingCase, openingCase } from '../who/purposes.ts';
import { turnOf } from '../case/case.ts';
import { actionsOf, checksOf } from './checklist.ts';
import { briefOf } from '../case/decide.ts';
import { determinationToWire, reasonToWire } from '../decide/facts-wire.ts';
import { asTold } from '../determine/worked-out-again.ts';
import { articlesOf } from '../case/letter.ts';
import { clockOf } from '../list/case-lines.ts';
import { openCase, type OpenCase } from '../review/open-case.ts';
import { signerOf } from '../review/review.ts';
import { relationOf } from '../apply/settle-people.ts';
import { decisionOf, loadCase, receiptById } from '../store.ts';
import { recordDifference, toldAndNow } from './told-and-now.ts';
import { timelineEntryOf } from './timeline.ts';
import { wouldChangeOf } from '../decide/would-change.ts';

/**
 * Opens a case for staff: evidence, determination, checks, what may be done and what was. The look is logged in the same transaction, for
 * each person whose record is open in it. `actings` are the duties that may see it: the first that does opens it; the signer is the one
 * whose turn it is, when they hold that duty there. Undefined when none of them sees it.
 */
export async function openCaseFile(
  house: BenefitsHouse,
  actings: readonly StaffActing[],
  id: CaseId,
): Promise<CaseFile | undefined> {
  return seenByFirst(actings, async (acting) => {
    const receipt = await receiptOfCase(house, acting, id);
    if (receipt === undefined) return undefined;
    const reader = { ...acting, purpose: purposeOf(handlingCase, receipt) };
    return inTransaction(house.db, settingsOf(reader), async (trx) => {
      const stored = await loadCase(trx, reader.county, { id });
      if (stored === undefined) return undefined;
      const opened = await openCase(trx, house, reader.county, stored);
      await logLook(trx, house, reader, opened);
      await recordDifference(trx, house, reader, opened);
      const signer = actings.find((one) => maySign(one, stored.found)) ?? reader;
      return fileOf(trx, house, { ...signer, purpose: reader.purpose }, opened);
    });
  });
}

function maySign({ duty, division }: StaffActing, { state, residence }: BenefitCase): boolean {
  return duty === turnOf(state) && contains(division, residence);
}

/** The purpose of the look names the receipt, so the receipt is asked for first; nothing about the family is read with it. */
async function receiptOfCase(house: BenefitsHouse, acting: StaffActing, id: CaseId): Promise<string | undefined> {
  const listing = { ...acting, purpose: purposeOf(openingCase) };
  return inTransaction(house.db, settingsOf(listing), (trx) => receiptById(trx, acting.county, id));
}

async function logLook(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  acting: StaffActing,
  { stored, family }: OpenCase,
): Promise<void> {
  const { subject, applicant, id: caseId } = stored.found;
  const shown = family.people.filter(({ id }) => id === subject || id === applicant);
  const at = house.clock.now();
  const looks = shown.map((person) => ({
    at,
    personId: person.id,
    familyId: family.id,
    residence: person.residence.code,
    what: lookAtCase,
    matter: caseMatter(caseId),
  }));
  await recordLooks(trx, acting, looks);
}

async function fileOf(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  acting: StaffActing,
  opened: OpenCase,
): Promise<CaseFile> {
  const { stored, info, pack, again, determining, told } = opened;
  const { found, timeline } = stored;
  const signer = { ...signerOf(acting, stored), division: acting.division };
  const { id, receipt, version, policy, period, state, origin, receivedOn, dueOn, dueProvisional, workingDays } = found;
  const now = determinationToWire(determining.determination);
  return {
    id,
    receipt,
    version,
    policy,
    period,
    state,
    origin,
    receivedOn,
    dueOn,
    dueProvisional,
    workingDays,
    ...clockOf(found, told.today, told.calendar),
    title: info.title,
    turn: turnOf(state) ?? null,
    purpose: house.introduced.purposeWords(acting.purpose ?? purposeOf(handlingCase, receipt)),
    familyId: found.family,
    ...(await peopleOf(trx, acting.county, opened)),
    ...papersOf(opened),
    determination: determinationToWire(asTold(policy, stored.kept, again)),
    workedOutAgain: toldAndNow(stored.kept, again),
    changedSince: differs(found, opened) ? now : null,
    wouldChange: pack === undefined ? null : wouldChangeOf(pack, determining.determination, determining.kept.facts),
    askable: askableOf(opened),
    articles: [...articlesOf(info)].map(([key, article]) => ({ key, ...article })),
    checks: [...checksOf(found, signer, told)],
    actions: [...actionsOf(found, signer, told)],
    timeline: timeline.map(timelineEntryOf),
    correction: correctionOf(stored),
    decision: await letterOf(trx, acting.county, stored),
  };
}

function differs(found: BenefitCase, { determining }: OpenCase): boolean {
  const [before, now] = [found.determination, briefOf(determining.determination)];
  return before.outcome !== now.outcome || before.amountFen !== now.amountFen;
}

async function peopleOf(
  trx: Transaction<Tables>,
  county: County,
  { stored, family }: OpenCase,
): Promise<Pick<CaseFile, 'applicant' | 'subject' | 'account'>> {
  const { found } = stored;
  const [applicant, subject] = [personIn(family, found.applicant), personIn(family, found.subject)];
  const account =
    family.accounts.find(({ id }) => id === found.account) ?? (await accountWithin(trx, county, found.account));
  if (account === undefined) throw new Error(`The account of case ${found.receipt} is out of sight`);
  return {
    applicant: {
      id: applicant.id,
      name: applicant.name,
      relation: relationOf(family, applicant.id, subject.id),
      ...(applicant.phone !== undefined && { maskedPhone: maskedPhone(applicant.phone) }),
      ...maskedIdentity(applicant),
    },
    subject: {
      id: subject.id,
      name: subject.name,
      birth: subject.birth,
      residence: subject.residence,
      ...(subject.nationality !== undefined && { nationality: subject.nationality }),
      ...maskedIdentity(subject),
    },
    account: accountOf(account, found),
  };
}

function personIn(family: Family, id: Person['id']): Person {
  const person = family.people.find((one) => one.id === id);
  if (person === undefined) throw new Error(`Family ${family.id} no longer has a person of its case`);
  return person;
}

function maskedIdentity({ identity }: Person): { maskedIdentity?: string } {
  return identity === undefined ? {} : { maskedIdentity: maskedResidentId(identity) };
}

function accountOf(
  { bank, holderName, last4, personId }: Account,
  { applicant, subject }: BenefitCase,
): CaseFile['account'] {
  const holderIs = personId === applicant ? 'applicant' : personId === subject ? 'subject' : 'other';
  return { bank, holderName, last4, holderIs };
}

/** The pack's documents and what was handed in of each; and what the family answered. */
export function papersOf({
  stored,
  info,
  pack,
  documents,
}: Pick<OpenCase, 'stored' | 'info' | 'pack' | 'documents'>): Pick<CaseFile, 'requirements' | 'documents' | 'answers'> {
  const asked = new Set(
    stored.found.correction?.items.flatMap((item) => (item.kind === 'document' ? [item.requirement] : [])),
  );
  const nameOf = (key: string): CaseFile['title'] => info.documents.find((one) => one.key === key)?.name ?? alike(key);
  return {
    requirements: info.documents.map((document) => ({
      ...document,
      given: documents.filter(({ requirement }) => requirement === document.key).length,
      asked: asked.has(document.key),
    })),
    documents: documents.map(({ id, requirement, mediaType, sizeBytes, addedAt }) => ({
      id,
      requirement,
      mediaType,
      sizeBytes,
      name: nameOf(requirement),
      addedAt: addedAt.toISOString(),
    })),
    answers: Object.entries(stored.kept.facts.answers).map(([fact, value]) => ({
      fact,
      words: factName(pack, fact),
      value: String(value),
    })),
  };
}

function factName(pack: OpenCase['pack'], fact: string): CaseFile['title'] {
  return pack?.vocabulary.facts.get(fact)?.words ?? alike(fact);
}

/** Facts that the policy asks families for and the register does not hold: a correction notice may ask for them. */
function askableOf({ info, pack, family, stored, told }: OpenCase): CaseFile['askable'] {
  const prefix = `${info.subject.name}.`;
  const { subject } = stored.found;
  const known = factsOf(family, subject, told.today).people.find(({ id }) => id === subject);
  return info.questions
    .filter(({ fact }) => fact.startsWith(prefix))
    .map(({ fact }) => fact.slice(prefix.length))
    .filter((fact) => known?.[fact] === undefined)
    .map((fact) => ({ fact, words: factName(pack, fact) }));
}

/** The one correction notice and what the family answered. */
export function correctionOf({ found, timeline }: StoredCase): CorrectionWire | null {
  const { correction } = found;
  if (correction === undefined) return null;
  const answer = timeline.find(({ kind }) => kind === 'corrected');
  const explanation = answer?.kind === 'corrected' ? answer.body.explanation : undefined;
  const { on, items, note, answeredOn } = correction;
  return {
    on,
    items: [...items],
    ...(note !== undefined && { note }),
    ...(answeredOn && { answeredOn }),
    ...(explanation !== undefined && { explanation }),
  };
}

/** The decision's letter, once there is one. */
export async function letterOf(
  trx: Transaction<Tables>,
  county: County,
  { found, timeline }: StoredCase,
): Promise<DecisionLetter | null> {
  const decision = await decisionOf(trx, county, found.id);
  if (decision === undefined) return null;
  const signed = timeline.at(-1)?.by;
  if (signed?.kind !== 'staff') throw new Error(`The decision of case ${found.receipt} was not signed by staff`);
  const { number, outcome, amount, decidedOn, reasons, remedies } = decision;
  const amountFen = amount === null ? null : amount.toString();
  return {
    number,
    outcome,
    amountFen,
    decidedOn,
    office: signed.office,
    reasons: reasons.map(reasonToWire),
    remedies: [...remedies],
  };
}
