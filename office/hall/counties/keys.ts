import { join } from 'node:path';
import type { KeyRing, Keys } from '../../../building/identity/keys.ts';
import type { Authority, County } from '../../../values/division.ts';
import { type FileStore, fileStore } from '../../../building/files/store.ts';

/** The keys of each county and province, worked out once. `first` are the counties whose data are older than counties' own keys. */
export function keysOfCounties(ring: KeyRing, first: ReadonlySet<Authority>): (of: Authority) => Keys {
  return once((of) => (first.has(of) ? ring.ofFirst(of) : ring.of(of)));
}

/** The files of each county, each in a folder of its own: what is kept for one opens for no other. They lay in one folder before. */
export function filesOfCounties(folder: string, keysOf: (county: County) => Keys): (county: County) => FileStore {
  return once((county) => fileStore(join(folder, county), keysOf(county), folder));
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
