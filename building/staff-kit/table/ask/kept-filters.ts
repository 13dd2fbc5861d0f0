import { useState } from 'react';
import { asItBegins, type ListState } from './state.ts';

type Filters = ListState['filters'];

/** A list whose filters stand in the address, so that it can be kept and handed on; its order and its columns are the screen's. */
export function useKeptFilters(
  filters: Filters,
  ask: (filters: Filters) => void,
  begin: ListState = asItBegins,
): { readonly state: ListState; readonly change: (state: ListState) => void } {
  const [own, keep] = useState(begin);
  return {
    state: { ...own, filters },
    change(next) {
      keep(next);
      if (next.filters !== filters) ask(next.filters);
    },
  };
}

/** Which value of the address asks which column, and how. */
export type Asks = Readonly<Record<string, { readonly name: string; readonly kind: 'text' | 'some' }>>;

/** The filters that an address holds. */
export function filtersOf(search: Readonly<Record<string, string | undefined>>, asks: Asks): Filters {
  return Object.entries(asks).flatMap(([id, { name, kind }]) => {
    const value = search[name];
    if (value === undefined) return [];
    return [{ id, value: kind === 'text' ? { kind: 'text', text: value } : { kind: 'some', ids: [value] } }];
  });
}

/** The address of filters; each column asks for one value. */
export function searchOf(filters: Filters, asks: Asks): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filters.flatMap(({ id, value }) => {
      const text = value.kind === 'text' ? value.text.trim() : value.kind === 'some' ? (value.ids[0] ?? '') : '';
      const name = asks[id]?.name;
      return text === '' || name === undefined ? [] : [[name, text]];
    }),
  );
}
