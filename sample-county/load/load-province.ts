import { inTransaction } from '../../building/database/transaction.ts';
import { inMadeLanguages } from '../../building/catalogue/written.ts';
import { hashPassword } from '../../building/identity/password.ts';
import { takeIn } from '../../office/hall/counties/counties.ts';
import type { House } from '../../office/hall/house.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import { loadingSample } from './purpose.ts';
import { samplePassword } from '../staff.ts';
import { provinceOffice, provinceReader, sampleProvince } from '../province.ts';

/** The invented province above the sample's counties, and the one person who sees its figures. What is there already stays. */
export async function loadProvince(house: Pick<House, 'db' | 'served' | 'clock'>): Promise<void> {
  const { code: county, division } = sampleProvince;
  await takeIn(house, [county]);
  const settings = settingsOf({ kind: 'system', county, purpose: loadingSample });
  await inTransaction(house.db, settings, async (trx) => {
    const there = await trx.selectFrom('office').select('id').where('county', '=', county).executeTakeFirst();
    if (there !== undefined) return;
    const at = house.clock.now();
    const { id, name, signInName, duty } = provinceReader;
    const office = { ...provinceOffice, name: JSON.stringify(inMadeLanguages(provinceOffice.name)) };
    await trx
      .insertInto('office')
      .values({ county, division, ...office })
      .execute();
    await trx.insertInto('staff').values({ county, id, officeId: office.id, name, signInName }).execute();
    await trx.insertInto('staffDuty').values({ county, staffId: id, duty, division, grantedAt: at }).execute();
    const hash = await hashPassword(samplePassword);
    await trx.insertInto('staffPassword').values({ county, staffId: id, hash, changedAt: at }).execute();
  });
}
