import type { CorrectPerson } from '../../contract/correction.ts';
import type { PersonRecord } from '../../contract/record.ts';
import type { PersonEntry } from './person-entry.ts';

/** A person as their correction is typed. */
export interface CorrectionEntry extends PersonEntry {
  readonly diedOn: string;
}

export function entryOf(person: PersonRecord): CorrectionEntry {
  return {
    name: person.name,
    birth: person.birth,
    identity: person.identity ?? '',
    phone: person.phone ?? '',
    nationality: person.nationality ?? '',
    diedOn: person.diedOn ?? '',
  };
}

/** Only what differs is sent; an emptied field is removed. */
export function changesOf(before: CorrectionEntry, after: CorrectionEntry): Partial<CorrectPerson> {
  const removable = (name: 'identity' | 'phone' | 'nationality' | 'diedOn'): Partial<CorrectPerson> =>
    before[name] === after[name].trim() ? {} : { [name]: after[name].trim() === '' ? null : after[name].trim() };
  return {
    ...(before.name === after.name.trim() ? {} : { name: after.name.trim() }),
    ...(before.birth === after.birth ? {} : { birth: after.birth }),
    ...removable('identity'),
    ...removable('phone'),
    ...removable('nationality'),
    ...removable('diedOn'),
  };
}
