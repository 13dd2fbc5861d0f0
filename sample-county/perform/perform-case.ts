import type { County } from '../../values/division.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import { apply } from '../../office/benefits/apply/apply.ts';
import type { BenefitCase } from '../../office/benefits/case/case.ts';
import { confirmCase } from '../../office/benefits/review/confirm.ts';
import type { ConfirmInput, ReviewInput } from '../../office/benefits/contract/review.ts';
import type { Photo } from '../../office/benefits/contract/photo.ts';
import { correctCase } from '../../office/benefits/review/correct.ts';
import { review } from '../../office/benefits/review/review.ts';
import { withdrawCase } from '../../office/benefits/review/withdraw.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { recordLook } from '../../office/hall/record.ts';
import { settingsOf, type StaffActing } from '../../office/hall/who/acting.ts';
import { caseMatter, lookAtCase } from '../../office/benefits/who/case-matter.ts';
import { handlingCase } from '../../office/benefits/who/purposes.ts';
import { applying } from '../../office/families/who/purposes.ts';
import { purposeOf } from '../../office/hall/who/purpose.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Asking, ConfirmDeed, FamilyDeed, ReviewDeed } from '../diary/deeds.ts';
import { actingAs, familyOf, type Memory, type Stage, submissionKey } from './stage.ts';
import type { SampleStaff } from '../staff.ts';

// Each function does one deed by the house's own act. Undefined when it was done, else the kind of the refusal.

export async function handIn(memory: Memory, house: BenefitsHouse, asking: Asking): Promise<string | undefined> {
  const required = requiredDocuments(memory);
  const given = asking.incomplete ? required.slice(0, -1) : required;
  const acting =
    asking.counter === undefined ? familyOf(memory, asking) : actingAs(memory.at, asking.counter, purposeOf(applying));
  const outcome = await apply(house, acting, {
    policy: memory.pack.info.policy,
    period: asking.period,
    submissionKey: submissionKey(memory),
    subject: { id: asking.child },
    applicant: { id: asking.applicant },
    account: { id: asking.account },
    photos: given.map((requirement, n) => photoFor(memory, requirement, asking.n + n)),
    answers: {},
  });
  if (outcome.kind !== 'received') return outcome.kind;
  memory.askings.set(asking.n, asking);
  memory.cases.set(asking.n, outcome.found);
  return undefined;
}

export async function reviewAs(memory: Memory, house: BenefitsHouse, deed: ReviewDeed): Promise<string | undefined> {
  const found = memory.cases.get(deed.n);
  if (found === undefined) return 'no-such-case';
  const acting = await opening(memory.at, house, deed.by, found);
  return keep(memory, deed.n, await review(house, acting, { id: found.id }, reviewInput(memory, found, deed.kind)));
}

function reviewInput(stage: Stage, found: BenefitCase, kind: ReviewDeed['kind']): ReviewInput {
  const { version } = found;
  switch (kind) {
    case 'pass':
      return { outcome: 'pass', version, seen: seenOf(found) };
    case 'refuse':
      return { outcome: 'refuse', version, seen: seenOf(found) };
    case 'ask-correction':
      return { outcome: 'ask-correction', version, documents: forgottenDocuments(stage), facts: [] };
    default:
      return unreachable(kind);
  }
}

export async function confirmAs(memory: Memory, house: BenefitsHouse, deed: ConfirmDeed): Promise<string | undefined> {
  const found = memory.cases.get(deed.n);
  if (found === undefined) return 'no-such-case';
  const acting = await opening(memory.at, house, deed.by, found);
  const { version, id } = found;
  const input: ConfirmInput =
    deed.kind === 'grant'
      ? { outcome: 'grant', version, seen: seenOf(found) }
      : { outcome: 'send-back', version, reason: '请再核对一遍：照片上的日期和登记的是不是一致。' };
  return keep(memory, deed.n, await confirmCase(house, acting, { id }, input));
}

export async function byFamily(memory: Memory, house: BenefitsHouse, deed: FamilyDeed): Promise<string | undefined> {
  const [found, asking] = [memory.cases.get(deed.n), memory.askings.get(deed.n)];
  if (found === undefined || asking === undefined) return 'no-such-case';
  const { version, id } = found;
  const acting = familyOf(memory, asking);
  if (deed.kind === 'withdraw') return keep(memory, deed.n, await withdrawCase(house, acting, { id }, version));
  const photos = forgottenDocuments(memory).map((requirement, n) => photoFor(memory, requirement, deed.n + n));
  return keep(memory, deed.n, await correctCase(house, acting, { id }, { version, photos, answers: {} }));
}

function requiredDocuments({ pack }: Stage): string[] {
  return pack.info.documents.filter(({ required }) => required).map(({ key }) => key);
}

/** What an incomplete application of the diary lacks: the last required document. */
function forgottenDocuments(stage: Stage): string[] {
  return requiredDocuments(stage).slice(-1);
}

function photoFor({ photos }: Stage, requirement: string, n: number): Photo {
  const photo = photos[n % photos.length];
  if (photo === undefined) throw new Error('There are no sample photos');
  return { ...photo, requirement };
}

function keep(
  { cases }: Memory,
  n: number,
  outcome: { readonly kind: string; readonly after?: BenefitCase },
): string | undefined {
  if (outcome.after === undefined) return outcome.kind;
  cases.set(n, outcome.after);
  return undefined;
}

/** The clerk opens the case, which is a look that the family can read, and then decides on what was seen. */
async function opening(at: County, house: BenefitsHouse, clerk: SampleStaff, found: BenefitCase): Promise<StaffActing> {
  const acting = actingAs(at, clerk, purposeOf(handlingCase, found.receipt));
  const { subject: personId, family: familyId, residence, id: caseId } = found;
  const look = { at: house.clock.now(), personId, familyId, residence, what: lookAtCase, matter: caseMatter(caseId) };
  await inTransaction(house.db, settingsOf(acting), (trx) => recordLook(trx, acting, look));
  return acting;
}

function seenOf({ determination: { outcome, amountFen } }: BenefitCase): {
  outcome: BenefitCase['determination']['outcome'];
  amountFen: string | null;
} {
  return { outcome, amountFen };
}
