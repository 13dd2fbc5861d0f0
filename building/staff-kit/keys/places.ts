/** Where a list stood when a row was opened, so that coming back finds it as it was left. Kept in memory: it names people's cases. */
export interface Place {
  readonly at: string;
  /** Counted from 0: when the row itself is done and gone, the one that moved up in its place is the next. */
  readonly index: number;
  readonly scrollY: number;
}

const places = new Map<string, Place>();

export function placeOf(list: string): Place | undefined {
  return places.get(list);
}

/** The row to stand at on coming back: the one that was opened, or the one now in its place; undefined in an empty list. */
export function rowOnReturn(place: Place, ids: readonly string[]): string | undefined {
  return ids.includes(place.at) ? place.at : ids[Math.min(place.index, ids.length - 1)];
}

/** The row to stand at: the wanted one while it is in the list, else the first; undefined in an empty list. */
export function rowAt(ids: readonly string[], wanted: string | undefined): string | undefined {
  return wanted !== undefined && ids.includes(wanted) ? wanted : ids[0];
}

export function rememberPlace(list: string, place: Place): void {
  places.set(list, place);
}

/** The rows of the list from which a row was opened: one key leads to the next. */
interface Queue {
  /** Where the list stands, with its filters: `/office/cases?state=received`. */
  readonly address: string;
  readonly ids: readonly string[];
}

const noQueue: Queue = { address: '', ids: [] };
let queue = noQueue;

export function rememberQueue(address: string, ids: readonly string[]): void {
  queue = { address, ids };
}

/** The neighbours of a row in the list it was opened from, and the way back to it; an empty address when no list was left yet. */
export function neighboursOf(id: string): { before?: string; next?: string; address: string } {
  const index = queue.ids.indexOf(id);
  const before = index < 0 ? undefined : queue.ids[index - 1];
  const next = index < 0 ? undefined : queue.ids[index + 1];
  return {
    address: queue.address,
    ...(before === undefined ? {} : { before }),
    ...(next === undefined ? {} : { next }),
  };
}

/** When someone else signs in at the same screen nothing of the one before is left. */
export function forgetPlaces(): void {
  places.clear();
  queue = noQueue;
}
