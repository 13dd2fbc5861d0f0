import { dayInChina } from '../../../building/clock.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { addDays } from '../../../values/day.ts';
import { ownRecord } from '../../families/find/record.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { BenefitsHouse } from '../house.ts';
import { type FamilyActing, settingsOf } from '../../hall/who/acting.ts';
import type { MyDraft } from '../contract/follow.ts';
import { openedDraft } from './draft.ts';
import type { Draft, DraftBody } from '../decide/draft.ts';
import * as store from './draft-store.ts';
import { titleOf } from '../list/case-lines.ts';
import { policyAddress } from '../decide/benefit-wire.ts';
import { infosOf } from '../law/read-again.ts';

/** What this phone has begun and not handed in, the latest first. A form that was only opened is none. */
export async function myDrafts(house: BenefitsHouse, acting: FamilyActing): Promise<readonly MyDraft[]> {
  const { begun, infos } = await inTransaction(house.db, settingsOf(acting), async (trx) => {
    const kept = await store.draftsOf(
      trx,
      acting.county,
      { kind: 'application', phoneBlind: acting.phoneBlind },
      house.clock.now(),
    );
    const drafts = kept.map((draft) => ({
      draft: openedDraft(house, acting.county, draft),
      expiresAt: draft.expiresAt,
    }));
    const begun = drafts.filter(({ draft }) => isBegun(draft.body));
    const policies = begun.map(({ draft }) => draft.body.policy);
    return { begun, infos: await infosOf(trx, house.packs, policies) };
  });
  if (begun.length === 0) return [];
  const family = await ownRecord(house, acting);
  const names = new Map<string, string>(family?.people.map(({ id, name }) => [id, name]));
  return begun.map(({ draft, expiresAt }) => shown(draft, expiresAt, names, infos));
}

function isBegun({ subject, applicant, account, period, photos, answers }: DraftBody): boolean {
  const filled = [subject, applicant, account, period].some((part) => part !== undefined);
  return filled || photos.length > 0 || Object.keys(answers).length > 0;
}

function shown(
  { id, body }: Draft,
  expiresAt: Date,
  names: ReadonlyMap<string, string>,
  infos: ReadonlyMap<string, PackInfo>,
): MyDraft {
  const { subject, period } = body;
  const name = subject && ('id' in subject ? names.get(subject.id) : subject.enter.name);
  return {
    id,
    policyAddress: policyAddress(body.policy),
    title: titleOf(infos.get(body.policy), body.policy),
    ...(name === undefined ? {} : { subject: name }),
    ...(period === undefined ? {} : { period }),
    photos: body.photos.length,
    keptUntil: addDays(dayInChina(expiresAt), -1),
  };
}

/** Throws an unfinished application away. Thrown away twice, it is gone all the same; another phone's is not touched. */
export async function dropMyDraft(house: BenefitsHouse, acting: FamilyActing, id: string): Promise<void> {
  await inTransaction(house.db, settingsOf(acting), (trx) => store.dropDraft(trx, acting.county, id));
}
