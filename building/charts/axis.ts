import { element, textAt } from './element.ts';

/** The room of a chart: the drawing's size and what stays free around the figures. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines across at each round number, and the number at their left end. */
export function levels(
  { width, left, right }: Room,
  ticks: readonly number[],
  place: (value: number) => number,
  read: (value: number) => string,
): string {
  return ticks
    .map((tick) => {
      const y = place(tick);
      const line = element('line', { x1: left, x2: width - right, y1: y, y2: y, class: 'chart-level' });
      return line + textAt(left - 8, y + 4, read(tick), { 'text-anchor': 'end' });
    })
    .join('');
}

/** The names below, each at its place; every second or third where they would touch. */
export function namesBelow(names: readonly string[], room: Room, at: (index: number) => number): string {
  const span = names.length < 2 ? room.width : at(1) - at(0);
  const widest = Math.max(...names.map(widthOf));
  const every = Math.max(1, Math.ceil((widest + 6) / span));
  return names
    .map((name, index) =>
      index % every === 0 ? textAt(at(index), room.height - room.bottom + 20, name, { 'text-anchor': 'middle' }) : '',
    )
    .join('');
}

/** About how wide words are at the charts' size of 13: a Chinese character is twice a letter. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 13 : 7.2), 0);
}
