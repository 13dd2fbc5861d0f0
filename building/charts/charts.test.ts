import { describe, expect, test } from 'vitest';
import { bars } from './bars.ts';
import type { ChartWords } from './chart.ts';
import { lines } from './lines.ts';
import { placeMap } from './map.ts';
import { ticksFor } from './scale.ts';

const words = (id: string): ChartWords => ({
  id,
  title: '按月 <申请>',
  description: '十二个月的申请',
  asTable: '看表格',
});
const read = (value: number): string => `${value} 件`;
const two = [
  { name: '柳塘', values: [3, 5] },
  { name: '石门', values: [1, 0] },
];

describe('a chart on paper', () => {
  test('carries every figure in its table, with the rows named', () => {
    const chart = bars({ words: words('a'), of: '月份', names: ['1月', '2月'], series: two, read });
    expect(chart).toContain('<th scope="row">2月</th><td class="number">5 件</td><td class="number">0 件</td>');
    expect(chart).toContain('<th scope="col" class="number">石门</th>');
  });

  test('has a name and a description for those who do not see it, and its words are made safe', () => {
    const chart = bars({ words: words('a'), of: '月份', names: ['1月', '2月'], series: two, read });
    expect(chart).toContain('role="img" aria-labelledby="a-title a-desc"');
    expect(chart).toContain('<title id="a-title">按月 &lt;申请&gt;</title>');
  });

  test('two on a page share no pattern', () => {
    const idsOf = (id: string): readonly string[] =>
      [...bars({ words: words(id), of: '月份', names: ['1月'], series: two, read }).matchAll(/ id="([^"]+)"/g)].map(
        ([, found = '']) => found,
      );
    expect(idsOf('a').filter((id) => idsOf('b').includes(id))).toEqual([]);
    expect(idsOf('a')).toContain('a-hatch');
  });

  test('a line is broken where nothing is known, and the table says so', () => {
    const chart = lines({
      words: words('l'),
      of: '月份',
      names: ['1月', '2月', '3月'],
      series: [{ name: '办结', values: [10, undefined, 30] }],
      read,
    });
    expect(chart.match(/ d="M[^"]*M[^"]*"/)).not.toBeNull();
    expect(chart).toContain('<th scope="row">2月</th><td class="number">—</td>');
  });

  test('a map shades from least to most, and a suppressed place is not the same as the least', () => {
    const place = (name: string, value: number | undefined) => ({
      name,
      value,
      outline: 'M0 0h9v9z',
      at: [4, 4] as const,
    });
    const chart = placeMap({
      words: words('m'),
      of: '乡镇',
      what: '按时率',
      places: [place('柳塘镇', 99), place('石门镇', 80), place('上河乡', undefined)],
      steps: [90],
      stepNames: ['不到九成', '九成以上'],
      read: (value) => `${value}%`,
      unknown: '人数太少，不公布',
      width: 10,
      height: 10,
    });
    expect(chart).toContain('class="chart-shape" fill="url(#m-dots)"');
    expect(chart).toContain('class="chart-shape chart-ground"');
    expect(chart).toContain('class="chart-shape chart-unknown"');
    expect(chart).toContain('<td class="number">人数太少，不公布</td>');
  });

  test.each([
    [0, 8, [0, 2, 4, 6, 8]],
    [0, 436, [0, 100, 200, 300, 400, 500]],
    [0, 1078, [0, 250, 500, 750, 1000, 1250]],
    [91.4, 98.6, [90, 92, 94, 96, 98, 100]],
    [0, 0, [0, 1]],
  ])('from %d to %d the levels are round', (least, most, levels) => {
    expect(ticksFor(least, most, 5)).toEqual(levels);
  });
});
