import { bars } from '../../charts/bars.ts';
import { lines } from '../../charts/lines.ts';
import { placeMap } from '../../charts/map.ts';
import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { Chart } from './chart.tsx';

const months = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const received = [310, 296, 388, 402, 378, 362, 405, 419, 398, 372, 441, 436];
const decided = [280, 301, 340, 398, 391, 372, 380, 411, 420, 381, 402, 423];
const townships = [
  { name: '柳塘镇', outline: 'M20 30 190 20 210 110 150 170 30 150z', at: [105, 80], value: 99.2 },
  { name: '石门镇', outline: 'M190 20 380 26 372 120 210 110z', at: [290, 62], value: 95.1 },
  { name: '上河乡', outline: 'M30 150 150 170 160 260 60 270 24 210z', at: [90, 205], value: 97.4 },
  { name: '枫树乡', outline: 'M150 170 210 110 372 120 380 240 160 260z', at: [270, 180], value: undefined },
] as const;

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '柱：退汇', en: 'Bars: returns' },
    Show: () => {
      const say = useSay();
      return (
        <Chart
          markup={bars({
            words: {
              id: 'returns',
              title: say({ 'zh-CN': '每月退汇笔数', en: 'Payments returned each month' }),
              description: say({ 'zh-CN': '十二个月里退汇从 3 笔到 8 笔。', en: 'From 3 to 8 in twelve months.' }),
              asTable: say({ 'zh-CN': '看表格', en: 'As a table' }),
            },
            of: say({ 'zh-CN': '月份', en: 'Month' }),
            names: months.map((month) => say({ 'zh-CN': `${month}月`, en: `${month}` })),
            series: [{ name: say({ 'zh-CN': '退汇', en: 'Returned' }), values: [3, 5, 2, 4, 6, 3, 2, 4, 3, 5, 7, 8] }],
            read: String,
          })}
        />
      );
    },
  },
  {
    title: { 'zh-CN': '叠起来的柱：从哪里来', en: 'Stacked bars: how families came' },
    Show: () => {
      const say = useSay();
      return (
        <Chart
          markup={bars({
            words: {
              id: 'origins',
              title: say({ 'zh-CN': '四个季度的申请从哪里来', en: 'How applications came, by quarter' }),
              description: say({ 'zh-CN': '手机办的逐季增加。', en: 'More by phone each quarter.' }),
              asTable: say({ 'zh-CN': '看表格', en: 'As a table' }),
            },
            of: say({ 'zh-CN': '季度', en: 'Quarter' }),
            names: [1, 2, 3, 4].map((one) => say({ 'zh-CN': `${one}季度`, en: `Q${one}` })),
            series: [
              { name: say({ 'zh-CN': '手机', en: 'Phone' }), values: [410, 520, 610, 702] },
              { name: say({ 'zh-CN': '窗口', en: 'Counter' }), values: [380, 350, 300, 280] },
              { name: say({ 'zh-CN': '村代办', en: 'Village' }), values: [120, 130, 118, 96] },
            ],
            read: String,
          })}
        />
      );
    },
  },
  {
    title: { 'zh-CN': '线：收到与办结', en: 'Lines: received and decided' },
    Show: () => {
      const say = useSay();
      return (
        <Chart
          markup={lines({
            words: {
              id: 'through',
              title: say({ 'zh-CN': '每月收到与办结', en: 'Received and decided each month' }),
              description: say({ 'zh-CN': '办结跟得上收到。', en: 'Decisions keep pace.' }),
              asTable: say({ 'zh-CN': '看表格', en: 'As a table' }),
            },
            of: say({ 'zh-CN': '月份', en: 'Month' }),
            names: months.map((month) => say({ 'zh-CN': `${month}月`, en: `${month}` })),
            series: [
              { name: say({ 'zh-CN': '收到', en: 'Received' }), values: received },
              { name: say({ 'zh-CN': '办结', en: 'Decided' }), values: decided },
            ],
            read: String,
          })}
        />
      );
    },
  },
  {
    title: { 'zh-CN': '地图：按时办结率', en: 'Map: decided on time' },
    Show: () => {
      const say = useSay();
      return (
        <Chart
          markup={placeMap({
            words: {
              id: 'on-time',
              title: say({ 'zh-CN': '各乡镇按时办结率', en: 'Decided on time, by township' }),
              description: say({ 'zh-CN': '石门镇最低。', en: 'Shimen has the lowest.' }),
              asTable: say({ 'zh-CN': '看表格', en: 'As a table' }),
            },
            of: say({ 'zh-CN': '乡镇', en: 'Township' }),
            what: say({ 'zh-CN': '按时办结率', en: 'On time' }),
            places: townships.map(({ at, ...one }) => ({ ...one, at: [at[0], at[1]] as const })),
            steps: [96, 98, 99],
            stepNames: [
              say({ 'zh-CN': '不到 96%', en: 'below 96%' }),
              say({ 'zh-CN': '96% 到 98%', en: '96% to 98%' }),
              say({ 'zh-CN': '98% 到 99%', en: '98% to 99%' }),
              say({ 'zh-CN': '99% 以上', en: '99% and more' }),
            ],
            read: (value) => `${value}%`,
            unknown: say({ 'zh-CN': '不公布', en: 'suppressed' }),
            width: 400,
            height: 290,
          })}
        />
      );
    },
  },
];
