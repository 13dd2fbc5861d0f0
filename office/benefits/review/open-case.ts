import type { County } from '../../../values/division.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { CaseId } from '../../../values/id.ts';
import type { Family } from '../../families/case.ts';
import type { ReceiptWritten } from '../apply/receipt.ts';
import type { BenefitsHouse } from '../house.ts';
import type { CaseState } from '../case/case.ts';
import type { TimelineEntry } from '../contract/case-file.ts';
import type { Told } from '../case/decide.ts';
import { familyWithin } from '../../families/find/record.ts';
import { type Determining, determineFor } from '../determine/determine.ts';
import type { GivenAnswers } from '../decide/answers.ts';
import { closedOn } from '../case/case.ts';
import { lawOf } from '../law/case-law.ts';
import { asTold, type WorkedOutAgain, workedOutAgain } from '../determine/worked-out-again.ts';
import * as store from '../store.ts';
import { timelineEntryOf } from '../case-file/timeline.ts';

type Trx = Transaction<Tables>;

/** How an act or a reading names a case. */
export type CaseKey = { readonly id: CaseId } | ReceiptWritten;

/** A case opened within a transaction, with the law and what it says of the family today. */
export interface OpenCase {
  readonly stored: store.StoredCase;
  /** What the case's pages and letters say of the benefit. */
  readonly info: PackInfo;
  /** By which it is determined; undefined when no text of the benefit is kept. */
  readonly pack: Pack | undefined;
  readonly family: Family;
  readonly documents: readonly store.StoredDocument[];
  /** What the case keeps, worked out again. */
  readonly again: WorkedOutAgain;
  /** Made from today's record and today's pack. */
  readonly determining: Determining;
  readonly told: Told;
}

/** Why there is nothing to act on. */
export type NotOpened =
  /** None that the asker may see. */
  | { readonly kind: 'no-such-case' }
  /** Somebody acted since: what happened after the version that was decided on. */
  | {
      readonly kind: 'stale-version';
      readonly version: number;
      readonly state: CaseState;
      readonly since: readonly TimelineEntry[];
    };

/** Opens a case for an act: holds it until the transaction ends, and refuses a version that is not the newest. */
export async function openForAct(
  trx: Trx,
  house: BenefitsHouse,
  county: County,
  key: CaseKey,
  version: number,
): Promise<({ readonly kind: 'open' } & OpenCase) | NotOpened> {
  const stored = await store.loadCase(trx, county, key, { forUpdate: true });
  if (stored === undefined) return { kind: 'no-such-case' };
  const { found, timeline } = stored;
  if (found.version !== version) {
    const since = timeline.filter(({ seq }) => seq > version).map(timelineEntryOf);
    return { kind: 'stale-version', version: found.version, state: found.state, since };
  }
  return { kind: 'open', ...(await openCase(trx, house, county, stored)) };
}

/** Opens a stored case, whether or not its benefit's folder is still in `law/`. */
export async function openCase(
  trx: Trx,
  house: BenefitsHouse,
  county: County,
  stored: store.StoredCase,
): Promise<OpenCase> {
  const { found, kept } = stored;
  const { info, pack, named } = await lawOf(trx, house.packs, found);
  const family = await familyWithin(trx, house, county, found.family);
  if (family === undefined) throw new Error(`The family of case ${found.receipt} is out of sight of who sees the case`);
  const documents = await store.documentsOf(trx, county, found.id);
  const today = house.clock.today();
  const again = workedOutAgain(kept, named);
  const opened = { stored, info, pack, family, documents, again };
  const determining = redetermine(house, opened, kept.facts.answers, today);
  const given = new Set(documents.map(({ requirement }) => requirement));
  const told = {
    pack: info,
    lawIsKept: pack !== undefined,
    determination: determining.determination,
    given,
    calendar: await house.calendar(),
    today,
  };
  return { ...opened, determining, told };
}

/** A closed case keeps the determination it was decided on; an open one is determined anew. */
function redetermine(
  { packs: { engine } }: BenefitsHouse,
  { stored, pack, family, again }: Pick<OpenCase, 'stored' | 'pack' | 'family' | 'again'>,
  answers: GivenAnswers,
  on: Told['today'],
): Determining {
  const { found, kept } = stored;
  if (closedOn(found) !== undefined || !pack?.info.periods.includes(found.period))
    return { determination: asTold(found.policy, kept, again), kept };
  return determineFor(pack, family, { subject: found.subject, period: found.period, answers, on }, engine);
}

/** The opened case as the policy sees it with further answers of the family. */
export function withNewAnswers(house: BenefitsHouse, opened: OpenCase, newly: GivenAnswers): OpenCase {
  const { stored, told } = opened;
  const determining = redetermine(house, opened, { ...stored.kept.facts.answers, ...newly }, told.today);
  return { ...opened, determining, told: { ...told, determination: determining.determination } };
}
