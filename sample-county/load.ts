import { sql } from 'kysely';
import { applySettings, inTransaction, type Transaction } from '../building/database/transaction.ts';
import type { Tables } from '../migrations/tables.ts';
import { calendarOf } from '../office/benefits/calendar.ts';
import type { Photo } from '../office/benefits/contract.ts';
import type { House } from '../office/house.ts';
import { settingsOf, type SystemActing } from '../office/staff/acting.ts';
import { explain } from '../rules/explain/explain.ts';
import type { Pack } from '../rules/explain/evaluate.ts';
import { addDays, type Day } from '../values/day.ts';
import type { PersonId } from '../values/id.ts';
import { writeDiary } from './diary.ts';
import type { Claim } from './deeds.ts';
import { growing, type SampleCounty, type SampleSize } from './generate.ts';
import { loadOffices } from './load-offices.ts';
import { loadPeople } from './load-people.ts';
import { databaseWithin } from './one-transaction.ts';
import { perform, type RefusedDeed } from './perform.ts';
import { samplePicture } from './pictures.ts';
import type { SampleFamily } from './registry.ts';
import { type SampleOffices, staffing } from './staff.ts';

/** How many applications the sample's year brought, beside the cast's and one of each kind. */
const applications: Record<SampleSize, number> = { small: 24, county: 260 };

const pictures = 6;

export type LoadedSample =
  | {
      readonly kind: 'loaded';
      readonly people: number;
      readonly families: number;
      readonly refused: readonly RefusedDeed[];
    }
  /** The database holds a county already, this one or a real one: nothing was touched. */
  | { readonly kind: 'not-empty' };

/**
 * Fills an empty database with the sample county as of today: people and offices in bulk, then eleven months of applications, reviews, confirmations,
 * batches and bank answers by the house's own acts. One transaction: whoever is killed on the way finds the database empty again. Two that start at
 * once fill it once.
 */
export async function loadSample(house: House, size: SampleSize): Promise<LoadedSample> {
  const acting: SystemActing = { kind: 'system', county: house.county, purpose: '载入示范县' };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    await sql`select pg_advisory_xact_lock(990101)`.execute(trx);
    if (await isInhabited(trx)) return { kind: 'not-empty' };
    const today = house.clock.today();
    const offices = staffing();
    const founded = new Date(`${addDays(today, -400)}T09:00:00+08:00`);
    await loadOffices(trx, house.county, offices, founded);
    // The database works without a break: it stores families while the next are drawn, and the photos meanwhile.
    const drawing = drawn(growing(today, size));
    const [photos] = await Promise.all([
      keepPhotos(house),
      loadPeople(trx, house.county, house.keys, drawing.families, founded),
    ]);
    const county = drawing.county();
    const refused = await live(trx, house, { county, offices, today, photos, size });
    // The last act left its own settings.
    await applySettings(trx, settingsOf(acting));
    await trx
      .updateTable('notice')
      .set((eb) => ({ sentAt: eb.ref('createdAt') }))
      .where('channel', '=', 'sms')
      .execute();
    const people = county.families.reduce((sum, family) => sum + family.people.length, 0);
    return { kind: 'loaded', people, families: county.families.length, refused };
  });
}

/** Families as they are drawn, and then the county they make. */
function drawn(growth: Generator<SampleFamily, SampleCounty, undefined>): {
  readonly families: Iterable<SampleFamily>;
  readonly county: () => SampleCounty;
} {
  let whole: SampleCounty | undefined;
  const families = (function* () {
    whole = yield* growth;
  })();
  const county = (): SampleCounty => {
    if (whole === undefined) throw new Error('The county is still being drawn');
    return whole;
  };
  return { families, county };
}

async function isInhabited(trx: Transaction<Tables>): Promise<boolean> {
  return (await trx.selectFrom('office').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The photos lie with the files before the applications, as those of real ones do; the same bytes are kept once. */
async function keepPhotos({ files }: House): Promise<readonly Photo[]> {
  const photos: Photo[] = [];
  for (let n = 0; n < pictures; n += 1) {
    const { digest, size } = await files.put(samplePicture(n));
    photos.push({ requirement: '', digest, mediaType: 'image/png', sizeBytes: size });
  }
  return photos;
}

interface Setting {
  readonly county: SampleCounty;
  readonly offices: SampleOffices;
  readonly today: Day;
  readonly photos: readonly Photo[];
  readonly size: SampleSize;
}

/** The year, lived by real acts within the loader's transaction. Its messages went out long ago: no job is left for them. */
async function live(
  trx: Transaction<Tables>,
  house: House,
  { county, offices, today, photos, size }: Setting,
): Promise<readonly RefusedDeed[]> {
  const [pack] = house.packs.packs;
  if (pack === undefined) return [];
  const calendar = await calendarOf(trx);
  const within: House = {
    ...house,
    db: databaseWithin(trx),
    calendar: async () => calendar,
    jobs: { job: async () => sql`select` },
  };
  const diary = writeDiary({
    county,
    offices,
    today,
    calendar,
    applications: applications[size],
    term: pack.info.procedure.workingDays,
    periodOf: (on) => periodOf(pack, on),
    claim: claimsOf(county, pack, today),
  });
  return perform({ house: within, pack, county, photos }, diary);
}

/** The period in which a day lies, or the nearest that the policy has. */
function periodOf({ info: { periods } }: Pack, on: Day): string {
  const begun = periods.findLast((period) => period <= on.slice(0, period.length));
  const [first] = periods;
  if (first === undefined) throw new Error('A policy has a period');
  return begun ?? first;
}

/** What the policy says of each child, from the facts that the register will hold. */
function claimsOf(county: SampleCounty, pack: Pack, today: Day): (child: PersonId, period: string) => Claim {
  const families = new Map(county.families.flatMap((family) => family.people.map(({ id }) => [id, family])));
  return (child, period) => {
    const family = families.get(child);
    if (family === undefined) throw new Error(`No such child: ${child}`);
    const people = family.people.map(({ id, birth, nationality, diedOn }) => ({
      id,
      birth,
      alive: diedOn === undefined,
      ...(nationality !== undefined && { nationality }),
    }));
    return explain(pack, { on: today, people, links: family.links, subject: child }, period).outcome;
  };
}
