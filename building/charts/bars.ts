import { levels, namesBelow, type Room } from './axis.ts';
import { type ChartWords, drawing, figure } from './chart.ts';
import { element, textAt } from './element.ts';
import { filled, fillOf, legend, patterns } from './pattern.ts';
import { scale, ticksFor } from './scale.ts';

/** Bars side by side, each stacked of one or more series. */
export interface Bars {
  readonly words: ChartWords;
  /** What the rows of the table are: 'Month'. */
  readonly of: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Writes a value as it is read. */
  readonly read: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
}

/** Draws bars with their table. One series carries its values above the bars; several carry a legend. */
export function bars({ words, of, names, series, read, width = 560, height = 240 }: Bars): string {
  const totals = names.map((_, index) => sum(series.map(({ values }) => values[index] ?? 0)));
  const ticks = ticksFor(0, Math.max(1, ...totals));
  const left = 16 + Math.max(...ticks.map((tick) => read(tick).length)) * 8;
  const room: Room = { width, height, left, right: 8, top: 20, bottom: 28 };
  const y = scale(ticks, height - room.bottom, room.top);
  const span = (width - left - room.right) / Math.max(1, names.length);
  const bar = Math.min(46, span * 0.64);
  const centre = (index: number): number => left + span * (index + 0.5);
  const fills = series.map((_, index) => (series.length === 1 ? 'hatch' : fillOf(index)));
  const shapes = names.map((_, index) => {
    let below = 0;
    return series
      .map(({ values }, which) => {
        const value = values[index] ?? 0;
        const [foot, top] = [y(below), y(below + value)];
        below += value;
        const place = { x: centre(index) - bar / 2, y: top, width: bar, height: Math.max(0, foot - top) };
        return value === 0 ? '' : element('rect', { ...place, ...filled(words.id, fills[which] ?? 'ink') });
      })
      .join('');
  });
  const above = totals.map((total, index) =>
    textAt(centre(index), y(total) - 6, read(total), { 'text-anchor': 'middle', class: 'chart-value' }),
  );
  const base = element('line', { x1: left, x2: width - room.right, y1: y(0), y2: y(0), class: 'chart-base' });
  const svg = drawing(
    words,
    width,
    height,
    patterns(words.id, fills),
    levels(room, ticks, y, read),
    ...shapes,
    base,
    ...(span > 34 ? above : []),
    namesBelow(names, room, centre),
  );
  const key = series.map(({ name }, index) => ({ name, fill: fills[index] ?? 'ink' }) as const);
  return figure(
    words,
    svg,
    {
      heads: [of, ...series.map(({ name }) => name)],
      rows: names.map((name, index) => [name, ...series.map(({ values }) => read(values[index] ?? 0))]),
    },
    series.length > 1 ? legend(words.id, key) : '',
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
