import { inMadeLanguages } from '../../building/catalogue/written.ts';
import { hashPassword } from '../../building/identity/password.ts';
import { changeAny } from '../../building/database/changes.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County } from '../../values/division.ts';
import type { Payer } from '../../office/payments/batch/bank-profile.ts';
import { putPayer } from '../../office/payments/batch/bank-store.ts';
import type { SamplePlaces } from '../people/places.ts';
import { type SampleOffices, samplePassword } from '../staff.ts';

/** The county, its townships and villages. They may be there already. */
export async function loadDivisions(trx: Transaction<Tables>, { all }: SamplePlaces): Promise<void> {
  const divisions = all.map(({ code, name }) => ({ code, name: JSON.stringify(inMadeLanguages(name)) }));
  await changeAny(
    trx,
    trx
      .insertInto('division')
      .values(divisions)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** The invented account from which a sample county pays. */
function samplePayer({ county: { code, name } }: SamplePlaces): Payer {
  const place = name['zh-CN'];
  return { name: `${place}财政局惠民补贴专户`, account: `${code}000001`, bank: `${place}农村信用合作联社` };
}

/** Enters the account from which a sample county pays. */
export async function loadPayer(trx: Transaction<Tables>, county: County, places: SamplePlaces): Promise<void> {
  await putPayer(trx, county, samplePayer(places));
}

/** Offices, staff, their duties, and the one password of the sample county. The acting person of the transaction is the system. */
export async function loadOffices(
  trx: Transaction<Tables>,
  county: County,
  { offices, staff }: SampleOffices,
  at: Date,
): Promise<void> {
  const rows = offices.map(({ id, division, name }) => ({
    county,
    id,
    division,
    name: JSON.stringify(inMadeLanguages(name)),
  }));
  await trx.insertInto('office').values(rows).execute();
  await trx
    .insertInto('staff')
    .values(staff.map(({ id, office, name, signInName }) => ({ county, id, officeId: office.id, name, signInName })))
    .execute();
  const duties = staff.flatMap(({ id, duties: held }) =>
    held.map(({ duty, division }) => ({ county, staffId: id, duty, division, grantedAt: at })),
  );
  await trx.insertInto('staffDuty').values(duties).execute();
  // One hash for all: everybody in the sample has the same password, which is printed at the start, and each hash costs a tenth of a
  // second.
  const hash = await hashPassword(samplePassword);
  await trx
    .insertInto('staffPassword')
    .values(staff.map(({ id }) => ({ county, staffId: id, hash, changedAt: at })))
    .execute();
}
