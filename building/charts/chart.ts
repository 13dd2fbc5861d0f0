import { element, escaped } from './element.ts';

/** What every chart says in words. */
export interface ChartWords {
  /** Unique on its page: the ids of patterns and titles begin with it. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence for those who don't see it. */
  readonly description: string;
  /** What opens the table of the same figures: 'As a table'. */
  readonly asTable: string;
}

/** The figures of a chart as rows: the heads, then for each row its name and its values as they are read. */
export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing with its name and description. */
export function drawing(words: ChartWords, width: number, height: number, ...parts: readonly string[]): string {
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${words.id}-title ${words.id}-desc`,
      class: 'chart-drawing',
    },
    element('title', { id: `${words.id}-title` }, escaped(words.title)),
    element('desc', { id: `${words.id}-desc` }, escaped(words.description)),
    ...parts,
  );
}

/** A chart as markup for any page: the drawing, its legend, and the table of its figures folded below. */
export function figure(words: ChartWords, svg: string, table: ChartTable, legend = ''): string {
  const head = table.heads.map((name, column) =>
    element('th', { scope: 'col', class: column === 0 ? undefined : 'number' }, escaped(name)),
  );
  const rows = table.rows.map(([name = '', ...values]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escaped(name)),
      ...values.map((value) => element('td', { class: 'number' }, escaped(value))),
    ),
  );
  return element(
    'figure',
    { class: 'chart' },
    svg,
    legend,
    element(
      'details',
      {},
      element('summary', {}, escaped(words.asTable)),
      element(
        'table',
        { class: 'plain' },
        element('caption', { class: 'unseen' }, escaped(words.title)),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows),
      ),
    ),
  );
}
