import type { KeyRing, Keys } from '../../../building/identity/keys.ts';
import type { County } from '../../../values/division.ts';
import { type FileStore, fileStore } from '../../../building/files/store.ts';

/** The keys of each county, worked out once. `first` are the counties whose data are older than counties' own keys. */
export function keysOfCounties(ring: KeyRing, first: ReadonlySet<County>): (county: County) => Keys {
  return once((county) => (first.has(county) ? ring.ofFirst(county) : ring.of(county)));
}

/** The files of each county, in one folder: what is kept for one opens for no other. */
export function filesOfCounties(folder: string, keysOf: (county: County) => Keys): (county: County) => FileStore {
  return once((county) => fileStore(folder, keysOf(county)));
}

function once<T>(make: (county: County) => T): (county: County) => T {
  const made = new Map<County, T>();
  return (county) => {
    const known = made.get(county);
    if (known !== undefined) return known;
    const value = make(county);
    made.set(county, value);
    return value;
  };
}
