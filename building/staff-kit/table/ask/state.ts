import type { Asked } from './filter.ts';

/** How a list is looked at: its order, what was asked of its columns, and which of them are shown. */
export interface ListState {
  readonly sorting: readonly { readonly id: string; readonly desc: boolean }[];
  readonly filters: readonly { readonly id: string; readonly value: Asked }[];
  /** Columns that differ from how the list begins: shown or not. */
  readonly shown: Readonly<Record<string, boolean>>;
}

export const asItBegins: ListState = { sorting: [], filters: [], shown: {} };

export function sameState(a: ListState, b: ListState): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered({ sorting, filters, shown }: ListState): unknown {
  const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);
  return [
    sorting.map(({ id, desc }) => [id, desc]),
    filters.map(({ id, value }) => [id, value] as const).sort(byKey),
    Object.entries(shown).sort(byKey),
  ];
}

export function askedOf(state: ListState, id: string): Asked | undefined {
  return state.filters.find((filter) => filter.id === id)?.value;
}

/** The state with one column asked something else, or nothing. */
export function asking(state: ListState, id: string, value: Asked | undefined): ListState {
  const others = state.filters.filter((filter) => filter.id !== id);
  return { ...state, filters: value === undefined ? others : [...others, { id, value }] };
}
