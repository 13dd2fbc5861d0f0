import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { AccountId, FamilyId, Id, PersonId } from '../../values/id.ts';
import { checkDigitOf, type ResidentId } from '../../values/resident-id.ts';
import type { Sex } from './names.ts';
import type { Chance } from './random.ts';

export interface SamplePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly birth: Day;
  /** ISO 3166; absent when the office does not know it yet. */
  readonly nationality?: string;
  readonly identity?: ResidentId;
  readonly phone?: string;
  readonly diedOn?: Day;
}

export interface SampleLink {
  readonly kind: 'parent' | 'spouse' | 'guardian';
  readonly from: PersonId;
  readonly to: PersonId;
}

export interface SampleAccount {
  readonly id: AccountId;
  readonly person: PersonId;
  readonly bank: string;
  readonly holder: string;
  readonly number: string;
}

export interface SampleFamily {
  readonly id: FamilyId;
  readonly residence: Division;
  readonly people: readonly SamplePerson[];
  readonly links: readonly SampleLink[];
  readonly accounts: readonly SampleAccount[];
}

/** What must be different for everyone in the county, given out in order. */
export interface Registry {
  id<Of extends string>(): Id<Of>;
  identity(birth: Day, sex: Sex, region?: string): ResidentId;
  phone(): string;
  cardNumber(): string;
}

/** 160 is a mobile prefix that no operator has been given: nobody answers these numbers. */
const firstPhone = 16_000_001_000;
/** The phones of the sample people by name stand before the others: 160 0000 0001 and so on. */
export function castPhone(n: number): string {
  return String(16_000_000_000 + n);
}

/** `home`: the six digits of the county that identity numbers begin with. */
export function openRegistry(chance: Chance, home: string): Registry {
  let ids = 0;
  let phones = 0;
  const lastOfDay = new Map<string, number>();
  return {
    id: <Of extends string>() => idNumber((ids += 1), chance) as Id<Of>,
    identity: (birth, sex, region = home) => {
      const key = `${region}${birth.replaceAll('-', '')}`;
      const place = `${key}${sex}`;
      // The 17th digit is odd for men and even for women; two people of one day and place differ in it or in what stands before.
      const next = (lastOfDay.get(place) ?? (sex === 'male' ? -1 : 0)) + 2;
      lastOfDay.set(place, next);
      const first17 = `${key}${String(next).padStart(3, '0')}`;
      return `${first17}${checkDigitOf(first17)}` as ResidentId;
    },
    // A step that shares no factor with the range visits every number once, in no visible order.
    phone: () => String(firstPhone + (((phones += 1) * 7919) % 48_989)),
    cardNumber: () =>
      withLuhn(
        `629999${String(chance.between(0, 999_999)).padStart(6, '0')}${String(chance.between(0, 999_999)).padStart(6, '0')}`,
      ),
  };
}

const firstInstant = Date.UTC(2025, 0, 6);

/** A UUID of version 7 whose time runs with the order of issue, so that the database's pages fill in order. */
function idNumber(n: number, chance: Chance): string {
  const time = (firstInstant + n).toString(16).padStart(12, '0');
  const random = Array.from({ length: 4 }, () => chance.between(0, 0xff_ff).toString(16).padStart(4, '0'));
  const [a = '', b = '', c = '', d = ''] = random;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(1)}-8${b.slice(1)}-${c}${d}${n.toString(16).padStart(4, '0').slice(-4)}`;
}

/** The last digit of a bank card (ISO/IEC 7812-1). */
function withLuhn(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
