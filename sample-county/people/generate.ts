import type { Day } from '../../values/day.ts';
import { addCast, type CastFamily, type OpenHousehold } from './cast.ts';
import { childrensHome, kinds } from './families.ts';
import { openHousehold } from './household.ts';
import { hean, type SamplePlaces, type Village } from './places.ts';
import { chanceOf } from './random.ts';
import { openRegistry, type SampleFamily } from './registry.ts';

export type SampleSize = 'small' | 'county';

/** The people of an invented county. */
export interface SampleCounty {
  readonly places: SamplePlaces;
  readonly families: readonly SampleFamily[];
  readonly cast: readonly CastFamily[];
}

const familyCount: Record<SampleSize, number> = { small: 135, county: 10_800 };

/** The township of the cast; the small sample lives in it and in the next, so that its screens are not empty. */
const castTownship = '柳塘镇';
const smallTownships = new Set([castTownship, '石门镇']);

/**
 * The county's families: the same for the same `today`, size and seed, told everything, asking no clock. At least 30,000 people in 10,000
 * families for 'county', about 400 people for 'small'.
 */
export function generate(today: Day, size: SampleSize, where = hean, seed = seedOf(where)): SampleCounty {
  const { villages } = where;
  const chance = chanceOf(seed);
  const registry = openRegistry(chance.fork('registry'), where.county.code.slice(0, 6));
  const families: SampleFamily[] = [];
  /** An empty household in the village; it is the county's once it is done. */
  const open = (name: string, village: Village, youngestUpTo?: number): OpenHousehold => {
    const home = openHousehold(chance.fork(name), registry, today, youngestUpTo);
    const done = (): SampleFamily => {
      const family = home.done(village);
      families.push(family);
      return family;
    };
    return { home, done };
  };
  const castVillages = villages.filter(
    (village) => village.township.name['zh-CN'] === castTownship && village.name['zh-CN'].endsWith('村'),
  );
  const cast = addCast((n) => open(`cast/${n}`, at(castVillages, n % 3)));
  const orphans = open("children's home", at(villages, 0));
  childrensHome(orphans.home, today);
  orphans.done();
  const places = villages.filter(({ township }) => size === 'county' || smallTownships.has(township.name['zh-CN']));
  const draw = chance.fork('families');
  const villagesByWeight = places.map((place) => [place, place.weight] as const);
  const kindsByWeight = kinds.map((kind) => [kind, kind.perMille] as const);
  for (let n = families.length; n < familyCount[size]; n += 1) {
    const village = draw.weighted(villagesByWeight);
    const { make } = draw.weighted(kindsByWeight);
    // The small sample is not a true picture: half of its families with children have small ones, so that there is something to apply for.
    const { home, done } = open(`family/${n}`, village, size === 'small' && n % 2 === 0 ? 3 : undefined);
    make(home);
    done();
  }
  return { places: where, families, cast };
}

/** The first county's people are those that the seed has always made; each other county has its own. */
function seedOf({ county }: SamplePlaces): string {
  return county === hean.county ? 'huijia' : `huijia ${county.code}`;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`The county has no place ${index}`);
  return found;
}
