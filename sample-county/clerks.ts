import { type CastFamily, newcomersPhone, type Part } from './people/cast.ts';
import { generate, type SampleSize } from './people/generate.ts';
import type { Day } from '../values/day.ts';
import { castVillage, holderOf, type SampleStaff, samplePassword, staffing } from './staff.ts';
import { hean } from './people/places.ts';

/** Who of the sample staff does which step, for the list at the start, for journeys and for benchmarks. */
export interface SampleClerks {
  /** The service room of 东庄村, where the first families of the cast live. */
  readonly villageReceiver: SampleStaff;
  readonly townshipReviewer: SampleStaff;
  readonly secondReviewer: SampleStaff;
  /** Of another township, who must not see the cast's cases. */
  readonly otherReviewer: SampleStaff;
  readonly confirmer: SampleStaff;
  readonly fundManager: SampleStaff;
  readonly payer: SampleStaff;
  readonly secondPayer: SampleStaff;
  readonly supervisor: SampleStaff;
  readonly policyAuthor: SampleStaff;
  readonly administrator: SampleStaff;
}

export function sampleClerks(places = hean): SampleClerks {
  const offices = staffing(places);
  const [ours, other] = places.townships;
  if (ours === undefined || other === undefined) throw new Error('The sample has two townships');
  return {
    villageReceiver: holderOf(offices, 'receive', castVillage(places).code),
    townshipReviewer: holderOf(offices, 'review', ours.code),
    secondReviewer: holderOf(offices, 'review', ours.code, 1),
    otherReviewer: holderOf(offices, 'review', other.code),
    confirmer: holderOf(offices, 'confirm'),
    fundManager: holderOf(offices, 'manage-funds'),
    payer: holderOf(offices, 'pay-out'),
    secondPayer: holderOf(offices, 'pay-out', undefined, 1),
    supervisor: holderOf(offices, 'supervise'),
    policyAuthor: holderOf(offices, 'author-policy'),
    administrator: holderOf(offices, 'administer'),
  };
}

/** The people of the sample by their parts: clerks, and families with something to do or to see. */
export interface SamplePeople {
  readonly clerks: SampleClerks;
  readonly password: string;
  readonly family: (part: Part) => CastFamily;
  /** When the child of that part was born. */
  readonly birthOf: (part: Part) => Day;
  /** The clerk of the village where that family lives. */
  readonly receiverOf: (part: Part) => SampleStaff;
  readonly newcomersPhone: string;
}

/** As they are when the sample was loaded on the day; the same in both sizes but for the ids of other families. */
export function samplePeople(today: Day, size: SampleSize, places = hean): SamplePeople {
  const { cast, families } = generate(today, size, places);
  const family = (part: Part): CastFamily => {
    const found = cast.find((member) => member.part === part);
    if (found === undefined) throw new Error(`Nobody plays ${part}`);
    return found;
  };
  const birthOf = (part: Part): Day => {
    const child = family(part).child;
    const born = families.flatMap(({ people }) => people).find(({ id }) => id === child)?.birth;
    if (born === undefined) throw new Error(`${part} has no child`);
    return born;
  };
  const receiverOf = (part: Part): SampleStaff => {
    const home = families.find(({ id }) => id === family(part).family)?.residence;
    return holderOf(staffing(places), 'receive', home);
  };
  return { birthOf, receiverOf, clerks: sampleClerks(places), password: samplePassword, family, newcomersPhone };
}
