import { element, escaped } from './element.ts';

/** Fills that differ without colour: on paper, in grey, and for who sees no red. */
const fills = ['ink', 'hatch', 'dots', 'white', 'cross', 'lines'] as const;
export type Fill = (typeof fills)[number];

/** The fill of the nth series. */
export function fillOf(index: number): Fill {
  const fill = fills[index % fills.length];
  if (fill === undefined) throw new Error(`No fill for series ${index}`);
  return fill;
}

/** From least to most: what a map shades its places with. */
export const shades: readonly Fill[] = ['white', 'dots', 'hatch', 'cross', 'ink'];

const tile: Record<Exclude<Fill, 'ink' | 'white'>, string> = {
  hatch: stroke('M-2 2 2-2M0 8 8 0M6 10l4-4'),
  dots: element('circle', { cx: 3, cy: 3, r: 1.2, class: 'chart-dot' }),
  cross: stroke('M0 8 8 0M0 0l8 8'),
  lines: stroke('M0 3h8'),
};

function stroke(d: string): string {
  return element('path', { d, class: 'chart-stroke' });
}

/** The patterns that a drawing uses; their ids begin with the chart's own, so that two charts on a page don't share them. */
export function patterns(id: string, used: readonly Fill[]): string {
  const made = [...new Set(used)].flatMap((fill) => {
    if (fill === 'ink' || fill === 'white') return [];
    const size = fill === 'dots' ? 6 : 8;
    const attributes = { id: `${id}-${fill}`, width: size, height: size, patternUnits: 'userSpaceOnUse' };
    const ground = element('rect', { width: size, height: size, class: 'chart-ground' });
    return [element('pattern', attributes, ground, tile[fill])];
  });
  return element('defs', {}, ...made);
}

/** What fills a shape. */
export function filled(id: string, fill: Fill): { readonly class: string; readonly fill?: string } {
  if (fill === 'ink') return { class: 'chart-shape chart-ink' };
  if (fill === 'white') return { class: 'chart-shape chart-ground' };
  return { class: 'chart-shape', fill: `url(#${id}-${fill})` };
}

/** The key to the fills, in their order. */
export function legend(id: string, names: readonly { readonly fill: Fill; readonly name: string }[]): string {
  const items = names.map(({ fill, name }) =>
    element(
      'li',
      {},
      element(
        'svg',
        { width: 22, height: 14, 'aria-hidden': 'true', viewBox: '0 0 22 14' },
        element('rect', { x: 0.5, y: 0.5, width: 21, height: 13, ...filled(id, fill) }),
      ),
      escaped(name),
    ),
  );
  return element('ul', { class: 'chart-legend' }, ...items);
}
