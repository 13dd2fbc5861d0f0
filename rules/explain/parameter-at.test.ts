import { describe, expect, test } from 'vitest';
import { addMonths, day, type Day, type Month } from '../../values/day.ts';
import { publications, valueAtDay } from '../check/expression/parameter-at.ts';
import type { Determination, TraceNode } from '../determination.ts';
import { packWithRule } from '../testing.ts';
import type { Pack } from './evaluate.ts';
import { explain } from './explain.ts';
import { OutOfRange } from './compile/operations.ts';
import { readableTrace } from './tell/readable-trace.ts';

/** A pack whose one parameter has those values. */
const packOf = (values: string, amount: string, eligible = 'true'): Pack =>
  packWithRule(`for: person as child
facts: { birth: date }
parameters:
  monthly:
    type: money
    source: order 一
    words: { zh: "每月标准", en: monthly rate }
    values: ${values}
let:
  birthMonth: monthOf(child.birth)
eligible: ${JSON.stringify(eligible)}
amount: ${JSON.stringify(amount)}
`);

const determined = (pack: Pack, on: string, period = '2026', birth = '2026-03-15'): Determination =>
  explain(pack, { on: day(on), people: [{ id: 'c', birth }], subject: 'c' }, period);

const yuan = ({ amountFen }: Determination): string => `${Number(amountFen) / 100}`;

const monthByMonth = 'total(for m in period.months return (if m >= birthMonth then valueAt(monthly, m) else 0))';

describe('a parameter that changes within the period', () => {
  const changing = '{ 2025-01-01: 300.00, 2026-07-01: 350.00 }';

  test('is taken month by month: March to June at 300, July to December at 350', () => {
    const pack = packOf(changing, monthByMonth);
    expect(yuan(determined(pack, '2026-12-31'))).toBe(String(4 * 300 + 6 * 350));
    expect(yuan(determined(pack, '2027-12-31', '2027'))).toBe(String(12 * 350));
    expect(yuan(determined(pack, '2026-12-31', '2026', '2025-01-31'))).toBe(String(6 * 300 + 6 * 350));
    expect(yuan(determined(pack, '2026-12-31', '2026', '2026-12-31'))).toBe('350');
  });

  test('the day of the change has the new value, the day before it the old one', () => {
    const on = (date: string): string =>
      yuan(determined(packOf(changing, `valueAt(monthly, date("${date}"))`), '2026-12-31'));
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual(['300', '350']);
  });

  test('used bare it is a fault, placed where it is used', () => {
    expect(() => packOf(changing, 'monthly')).toThrow(
      /^12:10 parameter-changes-within The parameter monthly changes within 2026: .*valueAt\(monthly, …\)/,
    );
  });

  test('a date of which only the month is known is enough where the value is the same all month', () => {
    const pack = packOf(changing, 'valueAt(monthly, child.birth)');
    expect(yuan(determined(pack, '2026-12-31', '2026', '2026-07'))).toBe('350');
    const mid = packOf('{ 2025-01-01: 300.00, 2026-07-15: 350.00 }', 'valueAt(monthly, child.birth)');
    expect(determined(mid, '2026-12-31', '2026', '2026-07').missing.map(({ name }) => name)).toEqual(['child.birth']);
    expect(yuan(determined(mid, '2026-12-31', '2026', '2026-08'))).toBe('350');
  });

  test('a month that is not known leaves it open; the first day of a month decides', () => {
    const pack = packOf('{ 2025-01-01: 300.00, 2026-07-02: 350.00 }', 'valueAt(monthly, birthMonth)');
    expect(yuan(determined(pack, '2026-12-31', '2026', '2026-07-31'))).toBe('300');
    const unknown = explain(pack, { on: day('2026-12-31'), people: [{ id: 'c' }], subject: 'c' }, '2026');
    expect(unknown.missing.map(({ name }) => name)).toEqual(['child.birth']);
  });

  test('before its first value it is out of range, as a day outside the calendar is', () => {
    const pack = packOf(changing, 'valueAt(monthly, child.birth)');
    expect(() => determined(pack, '2026-12-31', '2026', '2024-12-31')).toThrow(OutOfRange);
    expect(yuan(determined(pack, '2026-12-31', '2026', '2025-01-01'))).toBe('300');
  });

  test('but not in a branch of which it is open whether anybody comes there', () => {
    const early =
      'if child.birth >= date("2025-01-01") then valueAt(monthly, child.birth) else valueAt(monthly, date(2000 + child.birth.month, 1, 1))';
    const pack = packOf(changing, early);
    expect(() => determined(pack, '2026-12-31', '2026', '2024-12-31')).toThrow(OutOfRange);
    const fixed = packOf(
      changing,
      'if child.birth >= date("2025-01-01") then 300 else valueAt(monthly, date(on.year - 100, 1, 1))',
    );
    const open = explain(fixed, { on: day('2026-12-31'), people: [{ id: 'c' }], subject: 'c' }, '2026');
    expect([open.outcome, open.missing.map(({ name }) => name)]).toEqual(['undetermined', ['child.birth']]);
    expect(() => determined(fixed, '2026-12-31', '2026', '2024-12-31')).toThrow(OutOfRange);
  });

  test('the trace tells each value that was applied, and from when', () => {
    const lines = (nodes: readonly TraceNode[]): readonly string[] =>
      nodes.flatMap((node) => [node.words?.['zh-CN'] ?? '', ...lines(node.children)]);
    const { trace } = determined(packOf(changing, monthByMonth), '2026-12-31');
    expect(lines(readableTrace(trace)).filter((line) => line.startsWith('每月标准'))).toEqual([
      '每月标准：300 元（2025 年 1 月 1 日起）',
      '每月标准：350 元（2026 年 7 月 1 日起）',
    ]);
  });
});

describe('a policy that starts or ends within a period', () => {
  const lasting = '{ 2025-01-01: 0.00, 2026-07-01: 300.00, 2027-04-01: 0.00 }';

  test('counts only its own months', () => {
    const pack = packOf(lasting, 'total(for m in period.months return valueAt(monthly, m))');
    expect(['2025', '2026', '2027'].map((period) => yuan(determined(pack, '2027-12-31', period)))).toEqual([
      '0',
      '1800',
      '900',
    ]);
  });

  test('or is refused in a year without one', () => {
    const some = 'some m in period.months satisfies valueAt(monthly, m) > 0';
    const pack = packOf(lasting, 'total(for m in period.months return valueAt(monthly, m))', some);
    expect(['2025', '2026', '2027'].map((period) => determined(pack, '2027-12-31', period).outcome)).toEqual([
      'not-eligible',
      'eligible',
      'eligible',
    ]);
  });
});

describe('a parameter with effect from the past', () => {
  // 300 from 2025 on; in March 2026 it was published that 350 holds since July 2025.
  const past = '[{ from: 2025-01-01, value: 300.00 }, { from: 2025-07-01, value: 350.00, published: 2026-03-01 }]';
  const whole = 'total(for m in period.months return valueAt(monthly, m))';

  test('whoever asks before the day of publication gets the old value, from that day on the new one', () => {
    const pack = packOf(past, whole);
    expect(yuan(determined(pack, '2026-02-28', '2025'))).toBe('3600');
    expect(yuan(determined(pack, '2026-03-01', '2025'))).toBe(String(6 * 300 + 6 * 350));
    expect(yuan(determined(pack, '2026-02-28', '2026'))).toBe('3600');
    expect(yuan(determined(pack, '2026-03-01', '2026'))).toBe('4200');
  });

  test('a bare parameter is bound to the day of asking as well, also one pack after the other', () => {
    const pack = packOf(
      '[{ from: 2025-01-01, value: 300 }, { from: 2026-01-01, value: 350, published: 2026-03-01 }]',
      'monthly',
    );
    for (const _ of [1, 2])
      expect([
        yuan(determined(pack, '2026-02-28')),
        yuan(determined(pack, '2026-03-01')),
        yuan(determined(pack, '2026-03-01', '2025')),
      ]).toEqual(['300', '350', '300']);
  });

  test('the trace says since when it holds and when it was published', () => {
    const pack = packOf(
      '[{ from: 2025-01-01, value: 300 }, { from: 2026-01-01, value: 350, published: 2026-03-01 }]',
      'monthly',
    );
    const amountIn = (on: string): TraceNode | undefined => determined(pack, on).trace.children[1];
    expect(amountIn('2026-03-01')?.parameter).toEqual({
      name: 'monthly',
      validFrom: '2026-01-01',
      published: '2026-03-01',
      verified: true,
    });
    expect(amountIn('2026-02-01')?.parameter).toEqual({ name: 'monthly', validFrom: '2025-01-01', verified: true });
    const within = packOf(
      '[{ from: 2025-01-01, value: 300 }, { from: 2026-01-01, value: 350, published: 2026-03-01 }]',
      'monthly * 2',
    );
    expect(readableTrace(determined(within, '2026-03-01').trace)[1]?.children[0]?.words).toMatchObject({
      'zh-CN': '每月标准：350 元（2026 年 1 月 1 日起，2026 年 3 月 1 日公布）',
      en: 'monthly rate: 350 yuan (from 1 January 2026, published 1 March 2026)',
    });
  });

  test('a value that was only published later does not cover the period before', () => {
    expect(() => packOf('[{ from: 2025-01-01, value: 300, published: 2025-02-01 }]', 'monthly')).toThrow(
      /parameter-starts-late/,
    );
  });

  test('what is published replaces, from its first day on, whatever was published before it', () => {
    const from = (text: string, published?: string) => ({
      from: day(text),
      value: `${text} ${published}`,
      written: '',
      ...(published !== undefined && { published: day(published) }),
    });
    const values = [
      from('2025-01-01'),
      from('2026-01-01'),
      from('2025-07-01', '2026-03-01'),
      from('2026-06-01', '2026-03-01'),
    ];
    const found = (at: string, on: string): string => String(valueAtDay({ values }, day(at), day(on))?.from);
    expect(found('2026-02-01', '2026-02-28')).toBe('2026-01-01');
    expect(found('2026-02-01', '2026-03-01')).toBe('2025-07-01');
    expect(found('2026-06-01', '2026-03-01')).toBe('2026-06-01');
    expect(found('2025-06-30', '2026-03-01')).toBe('2025-01-01');
    expect(found('2024-12-31', '2026-03-01')).toBe('undefined');
    expect(publications([{ values }])).toEqual(['2026-03-01']);
  });

  test('agrees with the definition for every month and day of asking', () => {
    const values = [
      { from: '2025-01-01', key: '2025-01-01' },
      { from: '2025-10-01', key: '2025-10-01' },
      { from: '2025-04-01', published: '2025-12-01', key: '2025-12-01' },
      { from: '2025-02-01', published: '2026-02-01', key: '2026-02-01' },
      { from: '2026-01-01', published: '2026-02-01', key: '2026-02-01' },
    ];
    const listed = values.map(({ from, published }, i) => ({
      from: day(from),
      value: BigInt(i),
      written: '',
      ...(published && { published: day(published) }),
    }));
    for (let month = '2024-12' as Month; month <= '2026-12'; month = addMonths(month, 1))
      for (let asked = '2024-12' as Month; asked <= '2026-12'; asked = addMonths(asked, 1)) {
        const [at, on] = [`${month}-01`, `${asked}-01`] as [Day, Day];
        const visible = values.filter(
          ({ from, published }) => from <= at && (published === undefined || published <= on),
        );
        const last = visible.toSorted((a, b) => (a.key + a.from < b.key + b.from ? -1 : 1)).at(-1);
        expect(valueAtDay({ values: listed }, at, on)?.from).toBe(last?.from);
      }
  });
});
