import { describe, expect, test } from 'vitest';
import { type Branch, choiceOf, fewestNames, leavesNamed, toggle, wholeOnes } from './tri-state.ts';

const village = (id: string): Branch => ({ id, text: id, branches: [] });
const liutang: Branch = { id: 'liutang', text: '柳塘镇', branches: [village('xinqiao'), village('shiqiao')] };
const shimen: Branch = { id: 'shimen', text: '石门镇', branches: [village('beijie')] };
const county: Branch = { id: 'county', text: '禾安县', branches: [liutang, shimen] };
const none: ReadonlySet<string> = new Set();

describe('a tree of places that is ticked', () => {
  test('a township that is ticked ticks its villages', () => {
    expect([...toggle(liutang, none)]).toEqual(['xinqiao', 'shiqiao']);
  });

  test('one village of two makes its township and the county half ticked', () => {
    const chosen = new Set(['xinqiao']);
    expect([county, liutang, shimen].map((one) => choiceOf(one, chosen))).toEqual(['some', 'some', 'none']);
  });

  test('the fewest names are read back as the villages that they stand for', () => {
    const chosen = new Set(['xinqiao', 'shiqiao']);
    const names = fewestNames([liutang, shimen], chosen).map(({ id }) => id);
    expect(names).toEqual(['liutang']);
    expect(leavesNamed([liutang, shimen], names)).toEqual([...chosen]);
    expect(leavesNamed([], names)).toEqual(names);
  });

  test('a half ticked township becomes whole, a whole one empty', () => {
    const half = new Set(['xinqiao', 'beijie']);
    const whole = toggle(liutang, half);
    expect(choiceOf(liutang, whole)).toBe('all');
    expect([...toggle(liutang, whole)]).toEqual(['beijie']);
  });

  test('the last village makes township and county whole', () => {
    expect(wholeOnes([county], new Set(['xinqiao', 'shiqiao', 'beijie']))).toEqual([
      'county',
      'liutang',
      'xinqiao',
      'shiqiao',
      'shimen',
      'beijie',
    ]);
  });

  test('a township chosen whole is named instead of its villages', () => {
    const names = fewestNames([county], new Set(['xinqiao', 'shiqiao'])).map((one) => one.text);
    expect(names).toEqual(['柳塘镇']);
  });
});
