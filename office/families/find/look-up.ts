import type { Keys } from '../../../building/identity/keys.ts';
import type { County } from '../../../values/division.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { PersonId } from '../../../values/id.ts';
import { readResidentId } from '../../../values/resident-id.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Person } from '../case.ts';
import type { Fault } from '../decide.ts';
import { readIdentity, readPhone } from '../typed/numbers.ts';
import { queryKeys } from '../register/names.ts';
import { identityBlind, phoneBlind } from '../register/sealing.ts';
import * as finding from './find-store.ts';

/** By what a clerk's words were searched. */
type SearchedBy = 'identity' | 'phone' | 'name' | 'pinyin';

export type LookUpOutcome =
  | { readonly kind: 'found'; readonly by: SearchedBy; readonly people: readonly Person[]; readonly more: boolean }
  /** An identity number with a fault: said at once, instead of an empty list. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'nothing-to-search' };

const longestList = 50;

type Search =
  | { readonly by: 'identity' | 'phone'; readonly blind: string }
  | { readonly by: 'name' | 'pinyin'; readonly keys: readonly string[] };

/**
 * Finds people within the acting person's division by identity number, phone, name, pinyin or initials, whichever was typed. Lists are
 * masked by whoever shows them; that somebody searched is in the audit, by what kind of word and with how many found.
 */
export async function lookUp(house: House, acting: StaffActing, typed: string): Promise<LookUpOutcome> {
  const search = readSearch(house.keysOf(acting.county), typed);
  if (search.kind !== 'search') return search;
  const { by } = search.search;
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const found = await peopleOf(trx, acting.county, house.keysOf(acting.county), search.search);
    const at = house.clock.now();
    const detail = { by, found: found.length };
    await recordAudit(trx, acting, {
      at,
      act: 'people.searched',
      subjectKind: 'division',
      subjectId: acting.division,
      detail,
    });
    return { kind: 'found', by, people: found.slice(0, longestList), more: found.length > longestList };
  });
}

function readSearch(
  sealedWith: Keys,
  typed: string,
): { kind: 'search'; search: Search } | Exclude<LookUpOutcome, { kind: 'found' }> {
  const compact = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const phone = readPhone(compact);
  if (phone.kind === 'read')
    return { kind: 'search', search: { by: 'phone', blind: phoneBlind(sealedWith, phone.value) } };
  if (/^\d{6,}[\dXx]*$/.test(compact)) {
    const identity = readResidentId(compact);
    if (identity.kind === 'id')
      return { kind: 'search', search: { by: 'identity', blind: identityBlind(sealedWith, identity.id) } };
    const read = readIdentity(compact);
    if (read.kind === 'fault') return read;
  }
  const keys = queryKeys(typed);
  if (keys.length === 0) return { kind: 'nothing-to-search' };
  return { kind: 'search', search: { by: /^[a-z0-9]+$/.test(keys.join('')) ? 'pinyin' : 'name', keys } };
}

async function peopleOf(
  trx: Transaction<Tables>,
  county: County,
  keys: Keys,
  search: Search,
): Promise<readonly Person[]> {
  switch (search.by) {
    case 'identity':
      return finding.peopleByIdentity(trx, county, keys, search.blind);
    case 'phone':
      return finding.peopleByPhone(trx, county, keys, search.blind);
    case 'name':
    case 'pinyin':
      return finding.peopleByNameKeys(trx, county, keys, search.keys, longestList + 1);
  }
}

/** For desks that search their own cases by the name of a person: ids of people within the acting person's sight, in no order. */
export async function idsOfName(
  trx: Transaction<Tables>,
  county: County,
  typed: string,
  limit: number,
): Promise<readonly PersonId[]> {
  const keys = queryKeys(typed);
  return keys.length === 0 ? [] : finding.idsByNameKeys(trx, county, keys, limit);
}

/** The names behind ids, as far as the acting person may see them; lists mask them with `maskedName`. */
export async function namesOf(
  trx: Transaction<Tables>,
  county: County,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  return finding.namesOf(trx, county, ids);
}
