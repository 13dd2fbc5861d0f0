import type { Localized } from '../../values/language.ts';

/** How long so much took. */
export interface Point {
  readonly amount: number;
  readonly seconds: number;
  /** As the axis tells the amount. */
  readonly words: Localized;
}

/** One panel: what grows, the measured points, the smallest first. */
export interface Series {
  readonly title: Localized;
  readonly axis: Localized;
  /** Seconds that it takes however little there is to do. */
  readonly start: number;
  readonly points: readonly Point[];
}

type Language = 'zh-CN' | 'en';

const [width, height] = [860, 400];
const panel = { width: 300, height: 230, top: 90 };
const lefts = [80, 500];
const words = {
  title: { 'zh-CN': '人数和政策包增加时用多少时间', en: 'Time as people and packs grow' },
  measured: { 'zh-CN': '实测', en: 'measured' },
  ideal: { 'zh-CN': '起步时间加严格成正比', en: 'a start, then exactly in proportion' },
  seconds: { 'zh-CN': '秒', en: 's' },
} satisfies Record<string, Localized>;
const colours = { ink: '#1f2328', faint: '#6e7781', grid: '#d8dee4', measured: '#0b57d0', ideal: '#bc4c00' };

const short = (seconds: number): string => String(Number(seconds.toPrecision(2)));
const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${said}</text>`;

/** From a number to its place, both logarithmic. */
function along(least: number, greatest: number, from: number, to: number): (value: number) => number {
  const span = Math.log(greatest / least);
  return (value) => from + (Math.log(value / least) / span) * (to - from);
}

/** 0.1, 0.2, 0.5, 1 … within the range. */
function marks(least: number, greatest: number): readonly number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= greatest; power += 1)
    for (const digit of [1, 2, 5]) found.push(digit * 10 ** power);
  return found.filter((mark) => mark >= least && mark <= greatest);
}

/** What so much would take if, after the start, all were in proportion to the largest. */
export function inProportion({ start, points }: Pick<Series, 'start' | 'points'>, amount: number): number {
  const last = points.at(-1);
  if (last === undefined) throw new Error('Nothing was measured');
  return start + ((last.seconds - start) * amount) / last.amount;
}

/** Pieces of the curve. */
const pieces = 40;

function drawn({ title, axis, start, points }: Series, left: number, language: Language): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nothing was measured');
  const ideal = (amount: number): number => inProportion({ start, points }, amount);
  const all = points.flatMap(({ amount, seconds }) => [seconds, ideal(amount)]);
  const [least, greatest] = [Math.min(...all) / 1.6, Math.max(...all) * 1.6];
  const bottom = panel.top + panel.height;
  const x = along(first.amount, last.amount, left + 22, left + panel.width - 22);
  const y = along(least, greatest, bottom, panel.top);
  const line = (all: readonly Pick<Point, 'amount' | 'seconds'>[]): string =>
    all.map(({ amount, seconds }) => `${x(amount).toFixed(1)},${y(seconds).toFixed(1)}`).join(' ');
  const curve = Array.from({ length: pieces + 1 }, (_, i) => {
    const amount = first.amount * (last.amount / first.amount) ** (i / pieces);
    return { amount, seconds: ideal(amount) };
  });
  return [
    text(left, panel.top - 16, title[language], 'font-weight="600"'),
    `<rect x="${left}" y="${panel.top}" width="${panel.width}" height="${panel.height}" fill="none" stroke="${colours.grid}"/>`,
    ...marks(least, greatest).flatMap((mark) => [
      `<line x1="${left}" x2="${left + panel.width}" y1="${y(mark).toFixed(1)}" y2="${y(mark).toFixed(1)}" stroke="${colours.grid}"/>`,
      text(
        left - 8,
        y(mark) + 4,
        `${short(mark)} ${words.seconds[language]}`,
        `text-anchor="end" fill="${colours.faint}"`,
      ),
    ]),
    `<polyline points="${line(curve)}" fill="none" stroke="${colours.ideal}" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    `<polyline points="${line(points)}" fill="none" stroke="${colours.measured}" stroke-width="2"/>`,
    ...points.flatMap(({ amount, seconds, words: told }) => [
      `<circle cx="${x(amount).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="4" fill="${colours.measured}"/>`,
      text(
        x(amount),
        y(seconds) - 10,
        `${short(seconds)} ${words.seconds[language]}`,
        `text-anchor="middle" fill="${colours.measured}"`,
      ),
      text(x(amount), bottom + 20, told[language], `text-anchor="middle" fill="${colours.faint}"`),
    ]),
    text(left + panel.width / 2, bottom + 42, axis[language], `text-anchor="middle" fill="${colours.faint}"`),
  ].join('\n');
}

/** The series side by side as one SVG with two logarithmic axes each, and what exact proportion after the start would be. */
export function growthPicture(series: readonly Series[], language: Language): string {
  const key = (x: number, told: string, colour: string, dashes: string): string =>
    [
      `<line x1="${x}" x2="${x + 28}" y1="50" y2="50" stroke="${colour}" stroke-width="2" ${dashes}/>`,
      text(x + 36, 54, told),
    ].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Noto Sans SC', 'PingFang SC', sans-serif" font-size="13" fill="${colours.ink}" role="img" aria-label="${words.title[language]}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(80, 30, words.title[language], 'font-size="17" font-weight="600"'),
    key(80, words.measured[language], colours.measured, ''),
    key(200, words.ideal[language], colours.ideal, 'stroke-dasharray="6 4"'),
    ...series.map((one, i) => drawn(one, lefts[i] ?? 0, language)),
    '</svg>\n',
  ].join('\n');
}
