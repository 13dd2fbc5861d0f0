import type { County } from '../../../values/division.ts';

/** A county of this database, and the names of hosts at which it answers. */
export interface ServedCounty {
  readonly code: County;
  readonly hosts: readonly string[];
}

/** The county that an address names. */
export type AddressedCounty =
  | { readonly kind: 'county'; readonly county: County }
  /** Nobody answers at this address. */
  | { readonly kind: 'no-such-address' }
  /** The database has no county yet. */
  | { readonly kind: 'no-county-yet' };

/** Before every path of a sample: `/c/990102`. A sample has no hosts of its own, so the path says which of its counties is meant. */
export const countyPath = /^\/c\/\d{6}(?=[/?]|$)/;

/** Which county answers at a path of a sample. */
export function countyAtPath(counties: readonly ServedCounty[], base: string): AddressedCounty {
  const found = counties.find(({ code }) => base === `/c/${code}`);
  return found === undefined ? { kind: 'no-such-address' } : { kind: 'county', county: found.code };
}

/** Which county answers at a host. One that is alone answers at every host: it needs no name of its own. */
export function countyAtHost(counties: readonly ServedCounty[], host: string): AddressedCounty {
  const [first, second] = counties;
  if (first === undefined) return { kind: 'no-county-yet' };
  const name = host.toLowerCase();
  const named = counties.find(({ hosts }) => hosts.includes(name));
  const found = named ?? (second === undefined ? first : undefined);
  return found === undefined ? { kind: 'no-such-address' } : { kind: 'county', county: found.code };
}

/** The hosts that a county is to have, instead of those it has. */
export interface HostsOfCounty {
  readonly county: County;
  readonly hosts: readonly string[];
}

/** A host at which two counties would answer. */
export interface HostOfTwo {
  readonly host: string;
  readonly counties: readonly [County, County];
}

/** The first host that would be of two counties, when these get what is wished and all others keep what they have. */
export function hostOfTwo(served: readonly ServedCounty[], wished: readonly HostsOfCounty[]): HostOfTwo | undefined {
  const hosts = new Map(served.map(({ code, hosts: had }) => [code, had]));
  for (const { county, hosts: wants } of wished) hosts.set(county, wants);
  const owners = new Map<string, County>();
  for (const [county, names] of hosts) {
    for (const host of names) {
      const owner = owners.get(host);
      if (owner !== undefined && owner !== county) return { host, counties: [owner, county] };
      owners.set(host, county);
    }
  }
  return undefined;
}
