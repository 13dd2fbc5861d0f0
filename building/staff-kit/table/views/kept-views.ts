import { createContext, useContext, useState } from 'react';
import type { ListState } from '../ask/state.ts';

/** A way of looking at a list that somebody gave a name. */
export interface View {
  readonly name: string;
  readonly state: ListState;
}

/** Where a person's views are kept. */
export interface KeptViews {
  of(list: string): readonly View[];
  keep(list: string, views: readonly View[]): void;
}

/** Views in this browser, for one person: who signs in after them sees their own. */
export function browserViews(person: string, storage: Pick<Storage, 'getItem' | 'setItem'>): KeptViews {
  const place = (list: string): string => `huijia.views.${person}.${list}`;
  return {
    of(list) {
      try {
        const kept: unknown = JSON.parse(storage.getItem(place(list)) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isView) : [];
      } catch {
        // What an older version kept, or somebody changed by hand, is no view.
        return [];
      }
    },
    keep(list, views) {
      storage.setItem(place(list), JSON.stringify(views.map(withoutNames)));
    },
  };
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('state' in value)) return false;
  const state = value.state as Partial<ListState> | null;
  return (
    typeof value.name === 'string' &&
    Array.isArray(state?.sorting) &&
    Array.isArray(state.filters) &&
    typeof state.shown === 'object'
  );
}

/** Text that was searched for may be somebody's name: it isn't kept on a machine that many use. */
export function withoutNames({ name, state }: View): View {
  return { name, state: { ...state, filters: state.filters.filter(({ value }) => value.kind !== 'text') } };
}

const noViews: KeptViews = { of: () => [], keep: () => undefined };

export const ViewsContext = createContext(noViews);

/** The person's views of a list, and how to change them. */
export function useViews(list: string): readonly [readonly View[], (views: readonly View[]) => void] {
  const kept = useContext(ViewsContext);
  const [views, setViews] = useState(() => kept.of(list));
  return [
    views,
    (next) => {
      kept.keep(list, next);
      setViews(next.map(withoutNames));
    },
  ];
}
