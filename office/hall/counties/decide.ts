import { type Authority, type County, isInvented, type Province, readProvince } from '../../../values/division.ts';

/** A county of this database, and the names of hosts at which it answers. */
export interface ServedCounty {
  readonly code: County;
  readonly hosts: readonly string[];
}

/** A province whose staff see figures of its counties in this database, and the names of hosts at which they come in. */
interface ServedProvince {
  readonly code: Province;
  readonly hosts: readonly string[];
}

/** Everybody whom this database serves. */
export interface Served {
  readonly counties: readonly ServedCounty[];
  readonly provinces: readonly ServedProvince[];
}

/** The county or province that an address names. */
export type Addressed =
  | { readonly kind: 'county'; readonly county: County }
  | { readonly kind: 'province'; readonly province: Province }
  /** Nobody answers at this address. */
  | { readonly kind: 'no-such-address' }
  /** The database has no county yet. */
  | { readonly kind: 'no-county-yet' };

/**
 * Before every path of a sample: `/c/990102`, `/p/990000`. A sample has no hosts of its own, so the path says which invented county or
 * province is meant.
 */
export const pathOfSample = /^\/[cp]\/9[89]\d{4}(?=[/?]|$)/;

/** Who answers at a path of a sample. */
export function atPath({ counties, provinces }: Served, base: string): Addressed {
  const county = counties.find(({ code }) => base === `/c/${code}`);
  if (county !== undefined) return { kind: 'county', county: county.code };
  const province = provinces.find(({ code }) => base === `/p/${code}`);
  return province === undefined ? { kind: 'no-such-address' } : { kind: 'province', province: province.code };
}

/** Who answers at a host. A county that is alone answers at every host that is nobody else's: it needs no name of its own. */
export function atHost({ counties, provinces }: Served, host: string): Addressed {
  const name = host.toLowerCase();
  const province = provinces.find(({ hosts }) => hosts.includes(name));
  if (province !== undefined) return { kind: 'province', province: province.code };
  const [first, second] = counties;
  if (first === undefined) return { kind: 'no-county-yet' };
  const named = counties.find(({ hosts }) => hosts.includes(name));
  const found = named ?? (second === undefined ? first : undefined);
  return found === undefined ? { kind: 'no-such-address' } : { kind: 'county', county: found.code };
}

/** Somebody real who would be served beside somebody invented. */
export interface RealBesideInvented {
  readonly real: Authority;
  readonly invented: Authority;
}

/**
 * Codes on the screen and messages that go nowhere, for families that are real: never. So real and invented counties are never served
 * together.
 */
export function realBesideInvented(served: Served): RealBesideInvented | undefined {
  const [real, invented] = [realAmong(served), codesOf(served).find((code) => isInvented(code))];
  return real === undefined || invented === undefined ? undefined : { real, invented };
}

/** Everybody served, with these beside them. */
export function withAlso({ counties, provinces }: Served, authorities: readonly Authority[]): Served {
  const more = Object.groupBy(authorities, (code) => (readProvince(code) === undefined ? 'counties' : 'provinces'));
  return {
    counties: [...counties, ...(more.counties ?? []).map((code) => ({ code: code as County, hosts: [] }))],
    provinces: [...provinces, ...(more.provinces ?? []).map((code) => ({ code: code as Province, hosts: [] }))],
  };
}

/** The first that is real. */
export function realAmong(served: Served): Authority | undefined {
  return codesOf(served).find((code) => !isInvented(code));
}

function codesOf({ counties, provinces }: Served): readonly Authority[] {
  return [...counties, ...provinces].map(({ code }) => code);
}

/** The hosts that a county or province is to have, instead of those it has. */
export interface HostsWished {
  readonly of: Authority;
  readonly hosts: readonly string[];
}

/** A host at which two would answer. */
export interface HostOfTwo {
  readonly host: string;
  readonly of: readonly [Authority, Authority];
}

/** The first host that would be of two, when these get what is wished and all others keep what they have. */
export function hostOfTwo({ counties, provinces }: Served, wished: readonly HostsWished[]): HostOfTwo | undefined {
  const hosts = new Map<Authority, readonly string[]>(
    [...counties, ...provinces].map(({ code, hosts: had }) => [code, had]),
  );
  for (const { of, hosts: wants } of wished) hosts.set(of, wants);
  const owners = new Map<string, Authority>();
  for (const [of, names] of hosts) {
    for (const host of names) {
      const owner = owners.get(host);
      if (owner !== undefined && owner !== of) return { host, of: [owner, of] };
      owners.set(host, of);
    }
  }
  return undefined;
}
