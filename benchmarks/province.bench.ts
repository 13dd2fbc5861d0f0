import { Client } from 'pg';
import { readEnvironment } from '../doors/environment.ts';
import { type OpenHouse, openHouse } from '../doors/open-house.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import { takeIn } from '../office/hall/counties/counties.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { loadSample } from '../sample-county/load/load.ts';
import type { County } from '../values/division.ts';
import { benchCounty, onOwnGround } from './bench-house.ts';
import { type Benchmark, type Figures, median, millisecondsOf, quantile, rounded } from './benchmark.ts';
import { type Acts, actsOf } from './province/acts.ts';
import { fill } from './province/fill.ts';

const rounds = 7;
const perRound = 80;
const warmUp = 40;
/** Of a county of some 33,000 people: a tenth has or had one. */
const casesPerCounty = 3_000;

/** 990101, 990102 and so on, a hundred to a city of the invented province. */
function codes(count: number): readonly County[] {
  const place = Number(benchCounty.slice(2)) - 1;
  return Array.from({ length: count }, (_, n) => {
    const [city, county] = [Math.floor(n / 99), n % 99];
    return `99${String(place + 1 + city * 100 + county).padStart(4, '0')}` as County;
  });
}

/** Gives the work a house with this many counties, each with the people and cases of the first. */
async function inProvince<T>(
  counties: readonly County[],
  work: (house: BenefitsHouse, fillSeconds: number, opened: OpenHouse) => Promise<T>,
): Promise<T> {
  return onOwnGround(async ({ variables }) => {
    const opened = await openHouse(readEnvironment({ ...variables, HUIJIA_SAMPLE: 'county' }), () => undefined);
    try {
      const { house, database } = opened;
      await takeUpLawCalendar(house);
      const milliseconds = await millisecondsOf(async () => {
        await loadSample(house, benchCounty, 'county');
        await takeIn(house, counties);
        const others = counties.filter((one) => one !== benchCounty);
        await fill(database.ownerAddress, { first: benchCounty, others, cases: casesPerCounty });
      });
      // What was copied was sealed for the first county: its keys find and open the copies too.
      const alike: BenefitsHouse = { ...house, keysOf: () => house.keysOf(benchCounty) };
      return await work(alike, milliseconds / 1000, opened);
    } finally {
      await opened.close();
    }
  });
}

type Act = (acts: Acts, county: County) => Promise<void>;

const measured: Readonly<Record<string, Act>> = {
  today: (acts, county) => acts.today(county),
  searchByName: (acts, county) => acts.searchByName(county),
  searchByIdentity: (acts, county) => acts.searchByIdentity(county),
  openCase: (acts, county) => acts.openCase(county),
  apply: (acts) => acts.apply(),
};

interface Side {
  readonly acts: Acts;
  readonly counties: readonly County[];
}

/** Both sides in turns, act by act and each first every other time, so that whatever else the machine does weighs on both. */
async function inTurns(act: Act, sides: readonly [one: Side, province: Side]): Promise<Figures[string]> {
  const taken: readonly [number[], number[]] = [[], []];
  const once = async (which: 0 | 1, turn: number): Promise<number> => {
    const { acts, counties } = sides[which];
    const county = counties[(turn * 37) % counties.length] ?? benchCounty;
    return millisecondsOf(() => act(acts, county));
  };
  for (let turn = 0; turn < warmUp + rounds * perRound; turn += 1) {
    for (const which of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const milliseconds = await once(which, turn);
      if (turn >= warmUp) taken[which].push(milliseconds);
    }
  }
  const ratioOf = (q: number): readonly number[] =>
    Array.from({ length: rounds }, (_, round) => {
      const [one, province] = taken.map((all) => quantile(all.slice(round * perRound, (round + 1) * perRound), q));
      return (province ?? 0) / (one ?? 1);
    });
  const ratios = ratioOf(0.95);
  return {
    oneCountyP95Milliseconds: rounded(quantile(taken[0], 0.95)),
    provinceP95Milliseconds: rounded(quantile(taken[1], 0.95)),
    ratio: rounded(median(ratios)),
    lowestRatio: rounded(Math.min(...ratios)),
    highestRatio: rounded(Math.max(...ratios)),
    ratioOfMedians: rounded(quantile(taken[1], 0.5) / quantile(taken[0], 0.5)),
  };
}

export const benchmark: Benchmark = {
  title:
    'p95 of today’s list, search, opening a case and applying, in a database of a hundred counties beside one of one county',
  aim: 'each at most 1.2 times',
  async run({ counties: count = 100 } = {}) {
    const all = codes(count);
    const families = warmUp + rounds * perRound;
    const askingIn = (counties: readonly County[]): readonly County[] =>
      Array.from({ length: families }, (_, turn) => counties[(turn * 37) % counties.length] ?? benchCounty);
    return inProvince([benchCounty], (one) =>
      inProvince(all, async (province, fillSeconds, { database }) => {
        const sides = [
          { acts: await actsOf(one, benchCounty, askingIn([benchCounty])), counties: [benchCounty] },
          { acts: await actsOf(province, benchCounty, askingIn(all)), counties: all },
        ] as const;
        const found: Record<string, Figures[string]> = {};
        for (const [name, act] of Object.entries(measured)) found[name] = await inTurns(act, sides);
        return { ...found, counties: count, ...(await sizeOf(database)), fillSeconds: rounded(fillSeconds), rounds };
      }),
    );
  },
};

async function sizeOf({ ownerAddress }: OpenHouse['database']): Promise<Readonly<Record<string, number>>> {
  const client = new Client(ownerAddress);
  await client.connect();
  const { rows } = await client.query<{ people: number; cases: number; size: number }>(`
    select (select reltuples::bigint::float8 from pg_class where relname = 'person') as people,
      (select reltuples::bigint::float8 from pg_class where relname = 'benefit_case') as cases,
      pg_database_size(current_database())::float8 / 1024 ^ 3 as size`);
  await client.end();
  const [first] = rows;
  return { people: first?.people ?? 0, cases: first?.cases ?? 0, sizeGiB: rounded(first?.size ?? 0) };
}
