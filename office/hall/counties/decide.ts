import type { County } from '../../../values/division.ts';

/** A county of this database, and the names of hosts at which it answers. */
export interface ServedCounty {
  readonly code: County;
  readonly hosts: readonly string[];
}

/** The county that an address names. */
export type AddressedCounty =
  | { readonly kind: 'county'; readonly county: County }
  /** Nobody answers at this host. */
  | { readonly kind: 'no-such-host' }
  /** The database has no county yet. */
  | { readonly kind: 'no-county-yet' };

/** Which county answers at a host. One that is alone answers at every host: it needs no name of its own. */
export function countyAtHost(counties: readonly ServedCounty[], host: string): AddressedCounty {
  const [first, second] = counties;
  if (first === undefined) return { kind: 'no-county-yet' };
  const name = host.toLowerCase();
  const named = counties.find(({ hosts }) => hosts.includes(name));
  const found = named ?? (second === undefined ? first : undefined);
  return found === undefined ? { kind: 'no-such-host' } : { kind: 'county', county: found.code };
}
