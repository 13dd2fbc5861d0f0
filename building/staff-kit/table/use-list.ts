import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  functionalUpdate,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { askedIn, type Column, type Held } from './column.ts';
import { type Asked, passes } from './ask/filter.ts';
import { compareHeld } from './ask/order.ts';
import { pageSize, type Source } from './source.ts';
import type { ListState } from './ask/state.ts';

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  sortedRowModel: createSortedRowModel(),
});

interface Asking<Row> {
  readonly columns: readonly Column<Row>[];
  readonly source: Source<Row>;
  readonly idOf: (row: Row) => string;
  readonly state: ListState;
  readonly change: (state: ListState) => void;
  readonly page: number;
}

/** The order, the filters, the visible columns and the pages of a list. */
export function useList<Row extends object>({ columns, source, idOf, state, change, page }: Asking<Row>) {
  const defined = useMemo(
    () =>
      columns.map((column) => ({
        id: column.key,
        accessorFn: (row: Row): Held => column.held?.(row),
        enableSorting: column.held !== undefined && column.sorts !== false,
        enableColumnFilter: column.filter !== undefined,
        sortUndefined: 'last' as const,
        sortFn: (a: Cells, b: Cells, id: string) => compareHeld(a.getValue(id) as Held, b.getValue(id) as Held),
        filterFn: (row: { readonly original: Row }, _id: string, asked: Asked) =>
          column.filteredBy === 'server' || passes(askedIn(column, row.original), asked),
      })),
    [columns],
  );
  const data = useMemo(() => [...source.rows], [source.rows]);
  const columnVisibility = Object.fromEntries(
    columns.map((column) => [column.key, state.shown[column.key] ?? column.begins !== 'hidden']),
  );
  const byServer = source.kind === 'paged';
  return useTable({
    features,
    columns: defined,
    data,
    getRowId: idOf,
    state: {
      sorting: [...state.sorting],
      columnFilters: [...state.filters],
      columnVisibility,
      pagination: {
        pageIndex: byServer ? 0 : page,
        pageSize: source.kind === 'whole' ? pageSize : Number.MAX_SAFE_INTEGER,
      },
    },
    onSortingChange: (next) => change({ ...state, sorting: functionalUpdate(next, [...state.sorting]) }),
    manualSorting: byServer,
    manualFiltering: byServer,
    manualPagination: byServer,
    autoResetPageIndex: false,
    enableMultiSort: true,
    sortDescFirst: false,
  });
}

interface Cells {
  getValue(id: string): unknown;
}
