import type { KeyRing, Keys } from '../../../building/identity/keys.ts';
import type { Authority, County } from '../../../values/division.ts';
import { type FileStore, fileStore } from '../../../building/files/store.ts';

/** The keys of each county and province, worked out once. `first` are the counties whose data are older than counties' own keys. */
export function keysOfCounties(ring: KeyRing, first: ReadonlySet<Authority>): (of: Authority) => Keys {
  return once((of) => (first.has(of) ? ring.ofFirst(of) : ring.of(of)));
}

/** The files of each county, in one folder: what is kept for one opens for no other. */
export function filesOfCounties(folder: string, keysOf: (county: County) => Keys): (county: County) => FileStore {
  return once((county) => fileStore(folder, keysOf(county)));
}

function once<Of extends Authority, T>(make: (of: Of) => T): (of: Of) => T {
  const made = new Map<Of, T>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}
