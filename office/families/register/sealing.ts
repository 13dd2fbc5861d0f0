import { blindIndex, openText, sealText } from '../../../building/identity/sealed.ts';
import type { Keys } from '../../../building/identity/keys.ts';
import type { AccountId, PersonId } from '../../../values/id.ts';

// How this desk seals what must not be read off a stolen disk, and finds it again by equality. Each secret opens in its own row alone.

const place = {
  identity: (person: PersonId) => `person.identity ${person}`,
  phone: (person: PersonId) => `person.phone ${person}`,
  number: (account: AccountId) => `account.number ${account}`,
};

/** The two columns of an identity number. */
export function sealedIdentity(keys: Keys, person: PersonId, identity: string | undefined) {
  if (identity === undefined) return { identitySealed: null, identityBlind: null };
  return {
    identitySealed: sealText(keys, identity, place.identity(person)),
    identityBlind: identityBlind(keys, identity),
  };
}

/** The two columns of a phone number (eleven digits). */
export function sealedPhone(keys: Keys, person: PersonId, phone: string | undefined) {
  if (phone === undefined) return { phoneSealed: null, phoneBlind: null };
  return { phoneSealed: sealText(keys, phone, place.phone(person)), phoneBlind: phoneBlind(keys, phone) };
}

/** The three columns of an account number (digits only). */
export function sealedNumber(keys: Keys, account: AccountId, number: string) {
  return {
    numberSealed: sealText(keys, number, place.number(account)),
    numberBlind: blindIndex(keys, number, 'account.number'),
    numberLast4: number.slice(-4),
  };
}

export function openIdentity(keys: Keys, person: PersonId, sealed: Uint8Array): string {
  return openText(keys, sealed, place.identity(person));
}

export function openPhone(keys: Keys, person: PersonId, sealed: Uint8Array): string {
  return openText(keys, sealed, place.phone(person));
}

export function openNumber(keys: Keys, account: AccountId, sealed: Uint8Array): string {
  return openText(keys, sealed, place.number(account));
}

/** Finds a person by identity number. */
export function identityBlind(keys: Keys, identity: string): string {
  return blindIndex(keys, identity, 'person.identity');
}

/** Finds a person by phone, and is who a family session acts as before its person is known. */
export function phoneBlind(keys: Keys, phone: string): string {
  return blindIndex(keys, phone, 'phone');
}
