import { inTransaction } from '../../building/database/transaction.ts';
import { apply } from '../../office/benefits/apply/apply.ts';
import { openCaseFile } from '../../office/benefits/case-file/case-file.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { todaysCases } from '../../office/benefits/list/today.ts';
import { lookUp } from '../../office/families/find/look-up.ts';
import { settingsOf, type StaffActing } from '../../office/hall/who/acting.ts';
import { generate } from '../../sample-county/people/generate.ts';
import { type County, division } from '../../values/division.ts';
import type { CaseId, StaffId } from '../../values/id.ts';
import { type Asking, prepareAsking } from '../asking.ts';

/** What is measured, in a county. Each does something else at each call. */
export interface Acts {
  readonly today: (county: County) => Promise<void>;
  readonly searchByName: (county: County) => Promise<void>;
  readonly searchByIdentity: (county: County) => Promise<void>;
  readonly openCase: (county: County) => Promise<void>;
  /** Of the families that were prepared: in the county of the next one. */
  readonly apply: () => Promise<void>;
}

/**
 * The acts of a house whose counties are all filled alike, `first` by its own year. `asking`: in which counties families are to apply, one
 * after the other.
 */
export async function actsOf(house: BenefitsHouse, first: County, asking: readonly County[]): Promise<Acts> {
  const { confirmer, cases } = await found(house, first);
  const people = generate(house.clock.today(), 'county').families.flatMap((family) => family.people);
  const known = people.filter(({ identity }) => identity !== undefined);
  const families: Iterator<Asking> = (await prepareAsking(house, asking)).values();
  const acting = (county: County): StaffActing => ({ ...confirmer, county, division: division(`${county}000000`) });
  const next = turning();
  const search = async (county: County, typed: string): Promise<void> => {
    const outcome = await lookUp(house, acting(county), typed);
    if (outcome.kind !== 'found' || outcome.people.length === 0) throw new Error(`Nobody found by ${typed}`);
  };
  return {
    async today(county) {
      const { lines } = await todaysCases(house, acting(county), {});
      if (lines.length === 0) throw new Error('A day without a case');
    },
    searchByName: (county) => search(county, next(people).name),
    searchByIdentity: (county) => search(county, next(known).identity ?? ''),
    async openCase(county) {
      if ((await openCaseFile(house, [acting(county)], next(cases))) === undefined) throw new Error('No such case');
    },
    async apply() {
      const one = families.next().value as Asking | undefined;
      if (one === undefined) throw new Error('Too few families were prepared');
      const outcome = await apply(house, one.acting, one.application);
      if (outcome.kind !== 'received' || outcome.already) throw new Error(outcome.kind);
    },
  };
}

/** Every 7919th, so that neighbours on a page are not asked for one after the other; the same in every house. */
function turning(): <T>(list: readonly T[]) => T {
  let at = 0;
  return (list) => {
    at += 7919;
    const one = list[at % list.length];
    if (one === undefined) throw new Error('An empty list');
    return one;
  };
}

async function found(
  house: BenefitsHouse,
  county: County,
): Promise<{ readonly confirmer: StaffActing; readonly cases: readonly CaseId[] }> {
  const system = settingsOf({ kind: 'system', county, purpose: { key: 'measure' } });
  return inTransaction(house.db, system, async (trx) => {
    const { staffId } = await trx
      .selectFrom('staffDuty')
      .select('staffId')
      .where('county', '=', county)
      .where('duty', '=', 'confirm')
      .orderBy('staffId')
      .executeTakeFirstOrThrow();
    const cases = await trx
      .selectFrom('benefitCase')
      .select('id')
      .where('county', '=', county)
      .where('period', 'not like', '%-%')
      .orderBy('id')
      .execute();
    const office = { 'zh-CN': '卫生健康局', en: 'Health Bureau' };
    const confirmer: StaffActing = {
      kind: 'staff',
      county,
      who: staffId as StaffId,
      name: '沈明远',
      office,
      duty: 'confirm',
      division: division(`${county}000000`),
      purpose: { key: 'measure' },
    };
    return { confirmer, cases: cases.map(({ id }) => id as CaseId) };
  });
}
