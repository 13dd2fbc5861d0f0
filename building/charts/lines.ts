import { levels, namesBelow, type Room, widthOf } from './axis.ts';
import { type ChartWords, drawing, figure } from './chart.ts';
import { element, textAt } from './element.ts';
import { scale, ticksFor } from './scale.ts';

/** What went up and down over time, at most four lines. */
export interface Lines {
  readonly words: ChartWords;
  readonly of: string;
  readonly names: readonly string[];
  /** A gap is undefined: nothing is known of that time. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
  readonly read: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
}

const styles = ['full', 'dashed', 'dotted', 'long'] as const;

/** Draws lines with their table. Lines differ by dash and by mark; each is named at its end. */
export function lines({ words, of, names, series, read, width = 640, height = 260 }: Lines): string {
  const all = series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const ticks = ticksFor(Math.min(...all), Math.max(...all), 5);
  const left = 16 + Math.max(...ticks.map((tick) => read(tick).length)) * 8;
  const right = 20 + Math.max(...series.map((one) => widthOf(endOf(one, read))));
  const room: Room = { width, height, left, right, top: 16, bottom: 28 };
  const y = scale(ticks, height - room.bottom, room.top);
  const step = (width - left - right - 20) / Math.max(1, names.length - 1);
  const x = (index: number): number => left + 12 + step * index;
  const ends = spread(series.map(({ values }) => y(values.at(-1) ?? ticks[0] ?? 0)));
  const drawn = series.map((one, index) => {
    const style = styles[index % styles.length] ?? 'full';
    const points = one.values.flatMap((value, at) => (value === undefined ? [] : [{ x: x(at), y: y(value) }]));
    const line = element('path', { d: pathOf(one.values, x, y), class: `chart-line chart-${style}` });
    const marks = points.map((point) => mark(index, point.x, point.y)).join('');
    const name = textAt(x(names.length - 1) + 12, (ends[index] ?? 0) + 4, endOf(one, read), { class: 'chart-value' });
    return line + marks + name;
  });
  const svg = drawing(words, width, height, levels(room, ticks, y, read), ...drawn, namesBelow(names, room, x));
  return figure(words, svg, {
    heads: [of, ...series.map(({ name }) => name)],
    rows: names.map((name, index) => [
      name,
      ...series.map(({ values }) => {
        const value = values[index];
        return value === undefined ? '—' : read(value);
      }),
    ]),
  });
}

function endOf(one: Lines['series'][number], read: Lines['read']): string {
  const last = one.values.at(-1);
  return last === undefined ? one.name : `${one.name} ${read(last)}`;
}

/** A line that is broken where nothing is known. */
function pathOf(
  values: readonly (number | undefined)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, at) => {
      if (value === undefined) return '';
      const pen = values[at - 1] === undefined ? 'M' : 'L';
      return `${pen}${Math.round(x(at) * 10) / 10} ${Math.round(y(value) * 10) / 10}`;
    })
    .join('');
}

function mark(series: number, x: number, y: number): string {
  switch (series % 4) {
    case 0:
      return element('circle', { cx: x, cy: y, r: 3, class: 'chart-ink' });
    case 1:
      return element('rect', { x: x - 3, y: y - 3, width: 6, height: 6, class: 'chart-mark' });
    case 2:
      return element('path', { d: `M${x} ${y - 4}l4 7h-8z`, class: 'chart-mark' });
    default:
      return element('path', { d: `M${x - 4} ${y}l4-4 4 4-4 4z`, class: 'chart-mark' });
  }
}

/** Names at the ends of lines that nearly meet move apart, so that each can be read. */
function spread(places: readonly number[], apart = 16): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const moved: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    last = Math.max(place, last + apart);
    moved[index] = last;
  }
  return moved;
}
