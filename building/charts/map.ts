import { type ChartWords, drawing, figure } from './chart.ts';
import { element, textAt } from './element.ts';
import { filled, legend, patterns, shades } from './pattern.ts';

/** A place on the map: its outline as an SVG path, and where its name stands. */
interface Place {
  readonly name: string;
  readonly outline: string;
  readonly at: readonly [x: number, y: number];
  /** Undefined when it is suppressed or not known. */
  readonly value: number | undefined;
  /** What opens the cases behind it. */
  readonly href?: string;
}

export interface PlaceMap {
  readonly words: ChartWords;
  readonly of: string;
  readonly what: string;
  readonly places: readonly Place[];
  /** The lower ends of the steps from the second on, rising; as many as four. Each step has a name. */
  readonly steps: readonly number[];
  readonly stepNames: readonly string[];
  readonly read: (value: number) => string;
  /** Said where nothing is known. */
  readonly unknown: string;
  readonly width: number;
  readonly height: number;
}

/** Draws places in at most five fills, with names, values, legend and table. */
export function placeMap(map: PlaceMap): string {
  const { words, places, steps, stepNames, read, unknown, width, height } = map;
  if (stepNames.length !== steps.length + 1 || steps.length >= shades.length)
    throw new Error(`A map has as many names as steps, at most ${shades.length}: ${words.id}`);
  const shadeOf = (value: number) => shades[steps.filter((step) => value >= step).length] ?? 'white';
  const said = ({ value }: Place): string => (value === undefined ? unknown : read(value));
  const shapes = places.map((place) => {
    const fill =
      place.value === undefined ? { class: 'chart-shape chart-unknown' } : filled(words.id, shadeOf(place.value));
    return element('path', { d: place.outline, ...fill });
  });
  const names = places.map((place) => {
    const [x, y] = place.at;
    const name = { 'text-anchor': 'middle', class: 'chart-name' };
    const text =
      textAt(x, y, place.name, name) + textAt(x, y + 17, said(place), { ...name, class: 'chart-name chart-value' });
    return place.href === undefined ? text : element('a', { href: place.href }, text);
  });
  const used = shades.slice(0, stepNames.length);
  const linked = places.some(({ href }) => href !== undefined);
  const svg = drawing(words, width, height, patterns(words.id, used), ...shapes, ...names);
  return figure(
    words,
    // What holds links is no picture to those who listen, but a group of them.
    linked ? svg.replace('role="img"', 'role="group"') : svg,
    { heads: [map.of, map.what], rows: places.map((place) => [place.name, said(place)]) },
    legend(
      words.id,
      used.map((fill, index) => ({ fill, name: stepNames[index] ?? '' })),
    ),
  );
}
