import { describe, expect, test } from 'vitest';
import { isEmpty, passes } from './filter.ts';

describe('what a column is asked', () => {
  test.each([
    ['王*宁', '王', true],
    ['禾 2026-000161', '２０２６-0001', true],
    ['Wang', 'wANG', true],
    ['王*宁', '李', false],
    [undefined, '李', false],
  ])('%s holds %s: %s', (held, text, found) => {
    expect(passes(held, { kind: 'text', text })).toBe(found);
  });

  test('some of a few', () => {
    expect(passes('review', { kind: 'some', ids: ['review', 'confirm'] })).toBe(true);
    expect(passes('family', { kind: 'some', ids: ['review', 'confirm'] })).toBe(false);
  });

  test('days and moments lie between, both ends counted', () => {
    const november = { kind: 'between', from: '2026-11-01', until: '2026-11-30' } as const;
    expect(passes('2026-11-30', november)).toBe(true);
    expect(passes('2026-11-30T09:12:00Z', november)).toBe(true);
    expect(passes('2026-12-01', november)).toBe(false);
    expect(passes(undefined, november)).toBe(false);
  });

  test('amounts lie between, and one end is enough', () => {
    expect(passes(3600, { kind: 'between', from: '1000', until: '' })).toBe(true);
    expect(passes(960, { kind: 'between', from: '1000', until: '' })).toBe(false);
  });

  test('an empty question lets everything pass', () => {
    expect(passes(undefined, { kind: 'some', ids: [] })).toBe(true);
    expect(isEmpty({ kind: 'text', text: '  ' })).toBe(true);
  });
});
