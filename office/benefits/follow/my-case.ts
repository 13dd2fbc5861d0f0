import type { CaseId } from '../../../values/id.ts';
import type { BenefitsHouse } from '../house.ts';
import type { FamilyActing } from '../../hall/who/acting.ts';
import type { MyCase, MyCases } from '../contract/follow.ts';
import type { OpenCase } from '../review/open-case.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { accountWithin } from '../../families/find/record.ts';
import { namesOf } from '../../families/find/look-up.ts';
import { caseMatter, caseOf } from '../who/case-matter.ts';
import { looksAtMatter } from '../../oversight/looks.ts';
import { myPayments } from '../../payments/overview/money.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { closedOn } from '../case/case.ts';
import { correctionOf, letterOf, papersOf } from '../case-file/case-file.ts';
import { clockOf, titleOf } from '../list/case-lines.ts';
import { casesOfFamily } from '../list/list-store.ts';
import { openCase } from '../review/open-case.ts';
import { determinationToWire } from '../decide/facts-wire.ts';
import { asTold } from '../determine/worked-out-again.ts';
import { infosOf } from '../law/read-again.ts';
import { questionToWire } from '../decide/benefit-wire.ts';
import { pathOf, type PaymentSoFar, progressOf } from './path.ts';
import { readReceipt } from '../apply/receipt.ts';
import { loadCase } from '../store.ts';

/** A family's own cases, the newest first. */
export async function myCases(house: BenefitsHouse, acting: FamilyActing): Promise<MyCases> {
  const { family } = acting;
  if (family === undefined) return { cases: [] };
  const payments = await paymentsByCase(house, acting);
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const rows = await casesOfFamily(trx, acting.county, family);
    const names = await namesOf(
      trx,
      acting.county,
      rows.map(({ subjectId }) => subjectId),
    );
    const infos = await infosOf(
      trx,
      house.packs,
      rows.map(({ policy }) => policy),
    );
    return {
      cases: rows.map(
        ({ id, receipt, policy, period, subjectId, state, receivedOn, dueOn, dueProvisional, amountFen }) => {
          const title = titleOf(infos.get(policy), policy);
          return {
            receipt,
            policy,
            title,
            period,
            state,
            receivedOn,
            dueOn,
            dueProvisional,
            subject: names.get(subjectId) ?? '',
            amountFen: amountFen === null ? null : amountFen.toString(),
            progress: progressOf(state, payments.get(id)),
          };
        },
      ),
    };
  });
}

/** One case as its family follows it, by its receipt number however it is written; undefined when the family has none of that number. */
export async function myCase(house: BenefitsHouse, acting: FamilyActing, receipt: string): Promise<MyCase | undefined> {
  const key = readReceipt(receipt);
  if (key === undefined || acting.family === undefined) return undefined;
  const found = await inTransaction(house.db, settingsOf(acting), async (trx) => {
    const stored = await loadCase(trx, acting.county, key);
    if (stored === undefined) return undefined;
    const opened = await openCase(trx, house, acting.county, stored);
    const account = await accountWithin(trx, acting.county, stored.found.account);
    return { opened, account, decision: await letterOf(trx, acting.county, stored) };
  });
  if (found === undefined) return undefined;
  const { opened, account, decision } = found;
  const { id } = opened.stored.found;
  const payment = (await paymentsByCase(house, acting)).get(id);
  return {
    ...followed(opened, payment),
    decision,
    account: { bank: account?.bank ?? '', last4: account?.last4 ?? '' },
    looks: await looksAt(house, acting, id),
  };
}

function followed(
  { stored, info, pack, family, told, documents, again }: OpenCase,
  payment: PaymentSoFar | undefined,
): Omit<MyCase, 'decision' | 'account' | 'looks'> {
  const { found, timeline, kept } = stored;
  const [first] = timeline;
  const subject = family.people.find(({ id }) => id === found.subject);
  if (first === undefined || subject === undefined) throw new Error(`Case ${found.receipt} has no beginning`);
  const { receipt, version, policy, period, state, receivedOn, dueOn, dueProvisional, workingDays } = found;
  const { trace: _, ...shown } = determinationToWire(asTold(found.policy, kept, again));
  return {
    receipt,
    version,
    policy,
    period,
    state,
    receivedOn,
    dueOn,
    dueProvisional,
    workingDays,
    title: info.title,
    progress: progressOf(state, payment),
    applicant: family.people.find(({ id }) => id === found.applicant)?.name ?? '',
    subject: subject.name,
    residence: subject.residence,
    waiting: state === 'correcting',
    overdue: clockOf(found, told.today, told.calendar).standing === 'overdue',
    path: [...pathOf(found, { at: first.at, by: first.by }, info, payment)],
    correction: correctionOf(stored),
    requirements: papersOf({ stored, info, pack, documents }).requirements,
    questions: askedQuestions({ stored, info }),
    determination: shown,
    mayWithdraw: closedOn(found) === undefined,
  };
}

/** The pack's questions for the facts that the correction notice asks for. */
function askedQuestions({ stored, info }: Pick<OpenCase, 'stored' | 'info'>): MyCase['questions'] {
  const asked = new Set(
    stored.found.correction?.items.flatMap((item) =>
      item.kind === 'fact' ? [`${info.subject.name}.${item.fact}`] : [],
    ),
  );
  return info.questions.filter(({ fact }) => asked.has(fact)).map(questionToWire);
}

async function looksAt(house: BenefitsHouse, acting: FamilyActing, id: CaseId): Promise<MyCase['looks']> {
  const looks = await looksAtMatter(house, acting, caseMatter(id));
  return looks.map(({ at, office, what, dutyWords }) => ({ at, office, what, ...(dutyWords && { duty: dutyWords }) }));
}

async function paymentsByCase(
  house: BenefitsHouse,
  acting: FamilyActing,
): Promise<ReadonlyMap<CaseId | undefined, PaymentSoFar>> {
  const { payments } = await myPayments(house, acting);
  return new Map(
    payments.map(({ matter, state, dueOn, paidOn, account }) => [
      caseOf(matter),
      { state, dueOn, last4: account.last4, ...(paidOn && { paidOn }) },
    ]),
  );
}
