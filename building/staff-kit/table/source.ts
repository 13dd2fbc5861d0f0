import { useMemo } from 'react';

/** Where the rows of a list come from. */
export type Source<Row> =
  /** All of them are here: the browser sorts, filters and turns the pages. */
  | { readonly kind: 'whole'; readonly rows: readonly Row[] }
  /** The server hands them out one after the other; sorting, filtering and export fetch the rest first. */
  | {
      readonly kind: 'growing';
      readonly rows: readonly Row[];
      readonly hasMore: boolean;
      readonly asking: boolean;
      readonly more: () => void;
      readonly all: () => Promise<readonly Row[]>;
    }
  /** The server sorts, filters and counts; this is one page of them. */
  | {
      readonly kind: 'paged';
      readonly rows: readonly Row[];
      readonly total: number;
      readonly page: number;
      readonly turn: (page: number) => void;
      readonly asking: boolean;
      readonly all: () => Promise<readonly Row[]>;
    };

export const pageSize = 100;

/** Every row, fetched where it isn't here yet. */
export async function allOf<Row>(source: Source<Row>): Promise<readonly Row[]> {
  if (source.kind === 'whole' || (source.kind === 'growing' && !source.hasMore)) return source.rows;
  return source.all();
}

interface Growing<Page> {
  readonly data: { readonly pages: readonly Page[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<Growing<Page>>;
}

/** The rows of a query that grows page by page. `rowsOf` stays the same from one drawing to the next. */
export function useGrowing<Page, Row>(
  query: Growing<Page>,
  rowsOf: (page: Page) => readonly Row[],
): Extract<Source<Row>, { kind: 'growing' }> {
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(rowsOf) ?? [], [pages, rowsOf]);
  return {
    kind: 'growing',
    rows,
    hasMore: query.hasNextPage,
    asking: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    async all() {
      let now = query;
      while (now.hasNextPage) now = await now.fetchNextPage();
      return now.data?.pages.flatMap(rowsOf) ?? [];
    },
  };
}
