import { useState } from 'react';
import { type Branch, fewestNames, leavesNamed } from '../../choice/tri-state.ts';
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

/** Which value of the address asks which column, and how; places by the fewest names, with commas between. */
export type Asks = Readonly<Record<string, Ask>>;

type Ask =
  | { readonly name: string; readonly kind: 'text' | 'some' }
  | { readonly name: string; readonly kind: 'places'; readonly branches: readonly Branch[] };

/** The filters that an address holds. */
export function filtersOf(search: Readonly<Record<string, string | undefined>>, asks: Asks): Filters {
  return Object.entries(asks).flatMap(([id, ask]) => {
    const text = search[ask.name];
    return text === undefined ? [] : [{ id, value: valueOf(ask, text) }];
  });
}

function valueOf(ask: Ask, text: string): Filters[number]['value'] {
  if (ask.kind === 'text') return { kind: 'text', text };
  return { kind: 'some', ids: ask.kind === 'places' ? leavesNamed(ask.branches, text.split(',')) : [text] };
}

/** The address of filters. */
export function searchOf(filters: Filters, asks: Asks): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filters.flatMap(({ id, value }) => {
      const ask = asks[id];
      const text = ask === undefined ? '' : textOf(ask, value);
      return ask === undefined || text === '' ? [] : [[ask.name, text]];
    }),
  );
}

function textOf(ask: Ask, value: Filters[number]['value']): string {
  if (value.kind === 'text') return value.text.trim();
  if (value.kind !== 'some') return '';
  if (ask.kind !== 'places') return value.ids[0] ?? '';
  return fewestNames(ask.branches, new Set(value.ids))
    .map(({ id }) => id)
    .join(',');
}
