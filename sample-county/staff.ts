import { pinyin } from 'pinyin-pro';
import type { Division } from '../values/division.ts';
import type { Id, OfficeId, StaffId } from '../values/id.ts';
import type { Localized } from '../values/language.ts';
import type { Duty } from '../office/hall/who/duty.ts';
import { givenName, surname } from './people/names.ts';
import { hean, type Place, type SamplePlaces, spokenName } from './people/places.ts';
import { chanceOf } from './people/random.ts';

interface SampleOffice {
  readonly id: OfficeId;
  readonly division: Division;
  readonly name: Localized;
}

export interface SampleStaff {
  readonly id: StaffId;
  readonly office: SampleOffice;
  readonly name: string;
  readonly signInName: string;
  readonly duties: readonly { readonly duty: Duty; readonly division: Division }[];
}

export interface SampleOffices {
  readonly county: Division;
  readonly offices: readonly SampleOffice[];
  readonly staff: readonly SampleStaff[];
}

/** Everyone's password in the sample county, and only there: real staff get one of their own from the administrator. */
export const samplePassword = 'hean-sample-county';

/** The village and township whose clerks the sample list and the journeys name. */
const namedVillage = '东庄村';
const named: Readonly<Record<string, string>> = {
  '柳塘镇东庄村/receive': '陈桂英',
  '柳塘镇/review': '周素清',
  '石门镇/review': '蒋学文',
  confirm: '沈明远',
  'manage-funds': '方立群',
  'pay-out': '罗佩兰',
  supervise: '孟广田',
  'author-policy': '叶思齐',
  administer: '唐一鸣',
};

/** Offices on every division of the county, and the people in them; no two of the four powers in one hand. */
export function staffing(places = hean): SampleOffices {
  const chance = chanceOf('staff');
  const taken = new Set<string>();
  const ids = idsFor('5a');
  const officeIds = idsFor('0f');
  const staff: SampleStaff[] = [];
  const open = (division: Division, name: Localized): SampleOffice => ({ id: officeIds() as OfficeId, division, name });
  const hire = (office: SampleOffice, duties: readonly Duty[], key = ''): void => {
    const sex = chance.once(0.6) ? 'female' : 'male';
    const name = named[key] ?? surname(chance) + givenName(chance, sex, chance.between(1970, 1998));
    const held = duties.map((duty) => ({ duty, division: office.division }));
    staff.push({ id: ids() as StaffId, office, name, signInName: freeName(name, taken), duties: held });
  };
  const offices = [
    ...openVillages(places, open, hire),
    ...openTownships(places, open, hire),
    ...openCounty(places, open, hire),
  ];
  return { county: places.county.code, offices, staff };
}

type Open = (division: Division, name: Localized) => SampleOffice;
type Hire = (office: SampleOffice, duties: readonly Duty[], key?: string) => void;

function openVillages({ villages }: SamplePlaces, open: Open, hire: Hire): SampleOffice[] {
  return villages.map((village) => {
    const place = spokenName(village);
    const office = open(village.code, { 'zh-CN': `${place['zh-CN']}便民服务室`, en: `Service room of ${place.en}` });
    hire(office, ['receive'], `${place['zh-CN']}/receive`);
    return office;
  });
}

function openTownships({ townships }: SamplePlaces, open: Open, hire: Hire): SampleOffice[] {
  return townships.map((township) => {
    const office = open(township.code, {
      'zh-CN': `${township.name['zh-CN']}便民服务中心`,
      en: `Service centre of ${township.name.en}`,
    });
    hire(office, ['receive']);
    hire(office, ['review'], `${township.name['zh-CN']}/review`);
    hire(office, ['review']);
    return office;
  });
}

function openCounty({ county }: SamplePlaces, open: Open, hire: Hire): SampleOffice[] {
  const health = openAt(open, county, '卫生健康局', 'Health Bureau');
  const finance = openAt(open, county, '财政局', 'Finance Bureau');
  const agency = openAt(open, county, '惠民资金发放中心', 'Payment Centre');
  const audit = openAt(open, county, '惠民资金监督办公室', 'Supervision Office');
  hire(health, ['confirm'], 'confirm');
  hire(health, ['confirm']);
  hire(health, ['confirm']);
  hire(finance, ['manage-funds'], 'manage-funds');
  hire(finance, ['manage-funds']);
  hire(agency, ['pay-out'], 'pay-out');
  hire(agency, ['pay-out']);
  hire(audit, ['supervise'], 'supervise');
  hire(health, ['author-policy'], 'author-policy');
  hire(health, ['administer'], 'administer');
  return [health, finance, agency, audit];
}

function openAt(open: Open, place: Place, zh: string, en: string): SampleOffice {
  return open(place.code, { 'zh-CN': `${place.name['zh-CN']}${zh}`, en: `${place.name.en} ${en}` });
}

/** 周素清 signs in as `zhousuqing`; the second of that sound as `zhousuqing2`. */
function freeName(name: string, taken: Set<string>): string {
  const sound = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  const plain = sound.length > 1 ? sound : `staff${sound}`;
  let free = plain;
  for (let n = 2; taken.has(free); n += 1) free = `${plain}${n}`;
  taken.add(free);
  return free;
}

/** UUIDs that tell at a glance, in a log, that they are of the sample's staff (5a) or offices (0f). */
function idsFor(kind: string): () => Id<string> {
  let n = 0;
  return () => `0194398a-00${kind}-7000-8000-${String((n += 1)).padStart(12, '0')}` as Id<string>;
}

/** The staff member who holds the duty in the division, the named one first. Throws when nobody does: the sample has no gaps. */
export function holderOf(
  { county, staff }: SampleOffices,
  duty: Duty,
  division: Division = county,
  nth = 0,
): SampleStaff {
  const found = staff.filter(({ duties }) => duties.some((held) => held.duty === duty && held.division === division))[
    nth
  ];
  if (found === undefined) throw new Error(`Nobody holds ${duty} in ${division}`);
  return found;
}

/** 东庄村, whose clerk serves the cast's first family. */
export function castVillage({ villages }: SamplePlaces = hean): Place {
  const found = villages.find(({ name }) => name['zh-CN'] === namedVillage);
  if (found === undefined) throw new Error(`No village ${namedVillage}`);
  return found;
}
