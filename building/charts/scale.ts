/** Round numbers from the first to the last, some `count` of them, that hold all values. */
export function ticksFor(least: number, most: number, count = 5): readonly number[] {
  if (!(most > least)) return [least, least + 1];
  const step = roundStep((most - least) / count);
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
}

/** 1, 2 or 5 times a power of ten, 25 and 250 too: the next one that is not smaller. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = (power < 10 ? [1, 2, 5] : [1, 2, 2.5, 5]).find((one) => one * power >= step * 0.999) ?? 10;
  return factor * power;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** From a value to its place on paper. */
export function scale(from: readonly number[], low: number, high: number): (value: number) => number {
  const first = from[0] ?? 0;
  const last = from.at(-1) ?? 1;
  return (value) => low + ((value - first) / (last - first)) * (high - low);
}
