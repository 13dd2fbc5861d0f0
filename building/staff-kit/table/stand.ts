import { useEffect, useRef, useState, type RefObject } from 'react';
import { placeOf, rememberPlace, rememberQueue, rowOnReturn } from '../keys/places.ts';
import { useWalk } from '../keys/walk.ts';

/** Where somebody stands in a list, and how they leave it. */
export interface Stand {
  readonly at: string | undefined;
  readonly stand: (id: string) => void;
  readonly linkOf: (id: string) => HTMLElement | undefined;
  readonly leave: (id: string) => void;
}

/**
 * A list stands at its first row: Enter follows that row's link at once, J and K walk on. Coming back finds row and scroll as they were,
 * and a row that was opened knows its neighbours.
 */
export function useStand(name: string, table: RefObject<HTMLTableElement | null>, ids: readonly string[]): Stand {
  // As it was when the list came onto the page; leaving it writes another.
  const [place] = useState(() => placeOf(name));
  const linkOf = (id: string): HTMLElement | undefined =>
    table.current?.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(id)}"]`) ?? undefined;
  const rowOf = (id: string): HTMLElement | undefined =>
    table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? undefined;
  const [at, stand] = useWalk(ids, {
    start: place === undefined ? undefined : rowOnReturn(place, ids),
    reach: (id) => {
      const link = linkOf(id);
      if (link === undefined) rowOf(id)?.scrollIntoView({ block: 'nearest' });
      else link.focus();
    },
    open: (id) => linkOf(id)?.click(),
  });
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current || place === undefined || ids.length === 0) return;
    returned.current = true;
    // After the router, which takes every new page to its top.
    requestAnimationFrame(() => window.scrollTo({ top: place.scrollY }));
    const row = rowOnReturn(place, ids);
    if (row !== undefined) linkOf(row)?.focus({ preventScroll: true });
  });
  const leave = (id: string): void => {
    stand(id);
    rememberPlace(name, { at: id, index: ids.indexOf(id), scrollY: window.scrollY });
    rememberQueue(`${window.location.pathname}${window.location.search}`, ids);
  };
  return { at, stand, linkOf, leave };
}
