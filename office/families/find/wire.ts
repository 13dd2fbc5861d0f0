import type { z } from 'zod';
import type { Localized } from '../../../values/language.ts';
import { maskedResidentId } from '../../../values/resident-id.ts';
import { maskedName, maskedPhone, type Family, type Person } from '../case.ts';
import type * as lookUpWire from '../contract/look-up.ts';
import type * as recordWire from '../contract/record.ts';

// From the desk's nouns to what crosses the wire.

/** A person in a list: enough to tell people apart. */
export function lineOf(person: Person): lookUpWire.PersonLine {
  return {
    id: person.id,
    familyId: person.familyId,
    maskedName: maskedName(person.name),
    ...(person.identity === undefined ? {} : { maskedIdentity: maskedResidentId(person.identity) }),
    ...(person.phone === undefined ? {} : { maskedPhone: maskedPhone(person.phone) }),
    birth: person.birth,
    residence: person.residence,
    alive: person.diedOn === undefined,
  };
}

/** A person in an opened record: the family they belong to is the record's own. */
export function personOf(person: Person): recordWire.PersonRecord {
  const { familyId: _, ...record } = person;
  return record;
}

export function familyOf(family: Family): Omit<recordWire.FamilyRecord, 'purpose'> {
  return {
    id: family.id,
    residence: family.residence,
    people: family.people.map(personOf),
    kinships: family.kinships.map((kinship) => ({ ...kinship })),
    accounts: family.accounts.map((account) => ({ ...account })),
  };
}

export function recordOf(family: Family, purpose: Localized): z.infer<typeof recordWire.familyRecord> {
  return { ...familyOf(family), purpose };
}
