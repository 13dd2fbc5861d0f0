import { loadingSample } from './purpose.ts';
import { sql } from 'kysely';
import { changeAny } from '../../building/database/changes.ts';
import { applySettings, inTransaction, type Transaction } from '../../building/database/transaction.ts';
import { OperatorFault } from '../../building/operator-fault.ts';
import type { Tables } from '../../migrations/tables.ts';
import { calendarOf } from '../../office/hall/calendar/calendar-store.ts';
import type { Photo } from '../../office/benefits/contract/photo.ts';
import { takeIn } from '../../office/hall/counties/counties.ts';
import type { FileStore } from '../../building/files/store.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { settingsOf, type SystemActing } from '../../office/hall/who/acting.ts';
import { explain } from '../../rules/explain/explain.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { addDays, type Day } from '../../values/day.ts';
import type { County } from '../../values/division.ts';
import type { PersonId } from '../../values/id.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import { writeDiary } from '../diary/diary.ts';
import type { Claim, Entry } from '../diary/deeds.ts';
import { generate, type SampleCounty, type SampleSize } from '../people/generate.ts';
import { loadDivisions, loadOffices, loadPayer } from './load-offices.ts';
import { loadPeople } from './load-people.ts';
import { databaseWithin } from '../perform/one-transaction.ts';
import { perform, type RefusedDeed } from '../perform/perform.ts';
import { samplePicture } from '../pictures/pictures.ts';
import type { SampleFamily } from '../people/registry.ts';
import { type SamplePlaces, samplePlaces } from '../people/places.ts';
import { type SampleOffices, staffing } from '../staff.ts';

/** How many applications the sample's year brought, beside the cast's and one of each kind. */
const applications: Record<SampleSize, number> = { small: 24, county: 215 };

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

/** Makes the people of a county. */
type Invent = (today: Day, size: SampleSize, places: SamplePlaces) => SampleCounty;

/** Makes each county once: whoever has time before the database is ready asks ahead. */
export function inventOnce(): Invent {
  const made = new Map<string, SampleCounty>();
  return (today, size, places) => {
    const key = `${today} ${size} ${places.county.code}`;
    const county = made.get(key) ?? generate(today, size, places);
    made.set(key, county);
    return county;
  };
}

/**
 * Fills an empty database with the sample county as of today: people and offices in bulk, then eleven months of applications, reviews,
 * confirmations, batches and bank answers by the house's own acts. Whoever is killed on the way finds the database empty again. Two that
 * start at once fill it once.
 *
 * The families that nothing is told of are stored on a second connection while the year is lived on the first. Both are committed at the
 * end, one right after the other; the offices, by which a county counts as inhabited, with the last.
 */
export async function loadSample(
  house: BenefitsHouse,
  at: County,
  size: SampleSize,
  invent: Invent = generate,
): Promise<LoadedSample> {
  const acting: SystemActing = { kind: 'system', county: at, purpose: loadingSample };
  const settings = settingsOf(acting);
  return inTransaction(house.db, settings, async (trx) => {
    await sql`select pg_advisory_xact_lock(990101)`.execute(trx);
    if (await isInhabited(trx, at)) return { kind: 'not-empty' };
    const today = house.clock.today();
    const places = samplePlaces(at);
    const offices = staffing(places);
    const founded = new Date(`${addDays(today, -400)}T09:00:00+08:00`);
    // The second connection sees only what is committed.
    await takeIn(house, [at]);
    await inTransaction(house.db, settings, (other) => loadDivisions(other, places));
    const county = invent(today, size, places);
    const year = await plan(trx, house, { county, offices, today, size });
    const { told, others } = byDiary(county, year.diary);
    const load = (into: Transaction<Tables>, families: readonly SampleFamily[]): Promise<void> =>
      loadPeople(into, at, house.keysOf(at), families, founded);
    const aside = beside(house.db, settings, (other) => load(other, others));
    try {
      await loadPayer(trx, at, places);
      await loadOffices(trx, at, offices, founded);
      const [photos] = await Promise.all([keepPhotos(house.filesOf(at)), load(trx, told)]);
      const refused = await live(trx, house, { at, county, photos, year });
      // The last act left its own settings.
      await applySettings(trx, settings);
      await changeAny(
        trx,
        trx
          .updateTable('notice')
          .set((eb) => ({ sentAt: eb.ref('createdAt') }))
          .where('county', '=', at),
      );
      await aside.commit();
      const people = county.families.reduce((sum, family) => sum + family.people.length, 0);
      return { kind: 'loaded', people, families: county.families.length, refused };
    } catch (error) {
      await aside.undo();
      throw error;
    }
  });
}

/** A transaction on a connection of its own, which works at once and ends as it is told. */
interface Beside {
  commit(): Promise<void>;
  undo(): Promise<void>;
}

function beside(
  db: BenefitsHouse['db'],
  settings: Readonly<Record<string, string>>,
  work: (trx: Transaction<Tables>) => Promise<void>,
): Beside {
  const told = Promise.withResolvers<void>();
  const ended = inTransaction(db, settings, async (trx) => {
    await work(trx);
    await told.promise;
  });
  // Met by whoever ends it; until then a failure must not count as unhandled.
  for (const promise of [ended, told.promise]) promise.catch(() => undefined);
  return {
    commit: () => {
      told.resolve();
      return ended;
    },
    undo: async () => {
      told.reject(new Error('The year could not be lived'));
      await ended.catch(() => undefined);
    },
  };
}

/** The families that the diary or the cast tells of, and all others. */
function byDiary(
  { families, cast }: SampleCounty,
  diary: readonly Entry[],
): { readonly told: readonly SampleFamily[]; readonly others: readonly SampleFamily[] } {
  const named = new Set<string>(cast.map(({ family }) => family));
  for (const { deed } of diary) if (deed.kind === 'apply') named.add(deed.asking.family);
  const { told = [], others = [] } = Object.groupBy(families, ({ id }) => (named.has(id) ? 'told' : 'others'));
  return { told, others };
}

async function isInhabited(trx: Transaction<Tables>, county: County): Promise<boolean> {
  const office = await trx.selectFrom('office').select('id').where('county', '=', county).limit(1).executeTakeFirst();
  if (office !== undefined) return true;
  const family = await trx.selectFrom('family').select('id').where('county', '=', county).limit(1).executeTakeFirst();
  if (family === undefined) return false;
  // Killed between the two commits, a moment that can't be closed: the people are there, and nobody to serve them.
  throw new OperatorFault({
    'zh-CN': '上次载入示范县时，在最后一刻被打断了。请删除数据文件夹（或者换一个空数据库），再启动一次。',
    en: 'Loading the sample county was cut off at its last moment. Delete the data folder (or name an empty database) and start again.',
  });
}

/** The photos lie with the files before the applications, as those of real ones do; the same bytes are kept once. */
async function keepPhotos(files: FileStore): Promise<readonly Photo[]> {
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
  readonly size: SampleSize;
}

/** What will have happened in the year, and by which law and calendar. */
interface Year {
  readonly diary: readonly Entry[];
  readonly calendar: WorkingCalendar;
  readonly pack?: Pack;
}

async function plan(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  { county, offices, today, size }: Setting,
): Promise<Year> {
  const calendar = await calendarOf(trx);
  const [pack] = house.packs.packs;
  if (pack === undefined) return { diary: [], calendar };
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
  return { diary, calendar, pack };
}

interface Living {
  readonly at: County;
  readonly county: SampleCounty;
  readonly photos: readonly Photo[];
  readonly year: Year;
}

/** The year, lived by real acts within the loader's transaction. Its messages went out long ago: no job is left for them. */
async function live(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  { at, county, photos, year: { diary, calendar, pack } }: Living,
): Promise<readonly RefusedDeed[]> {
  if (pack === undefined) return [];
  const within: BenefitsHouse = {
    ...house,
    db: databaseWithin(trx),
    calendar: async () => calendar,
    jobs: { leave: () => Promise.resolve() },
  };
  return perform({ house: within, at, pack, county, photos }, asTablesGrow(trx, diary));
}

/**
 * The diary, with statements planned anew as the tables grow. Nothing has counted their rows yet, so what is planned for a handful of cases
 * goes through all cases of the county to find one, and would be kept for the whole year.
 */
async function* asTablesGrow(
  trx: Transaction<Tables>,
  diary: readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  let planAt = 64;
  for (const [n, entry] of diary.entries()) {
    if (n === planAt) {
      await sql`discard plans`.execute(trx);
      planAt *= 4;
    }
    yield entry;
  }
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
