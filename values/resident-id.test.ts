import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, maskedResidentId, readResidentId } from './resident-id.ts';

const first17 = fc
  .tuple(
    fc.integer({ min: 110_000, max: 999_999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([region, birth, serial]) =>
      `${region}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
  );
const someId = first17.map((digits) => digits + checkDigitOf(digits));

test('the example of the standard has the check digit X (GB 11643-1999, annex)', () => {
  expect(checkDigitOf('11010519491231002')).toBe('X');
  expect(readResidentId('11010519491231002X')).toMatchObject({ kind: 'id', birth: '1949-12-31' });
});

test('every number made by the rule is read, and carries its birth', () => {
  fc.assert(
    fc.property(someId, (id) => {
      expect(readResidentId(id)).toEqual({
        kind: 'id',
        id,
        birth: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
      });
    }),
  );
});

test('one wrong digit, or two neighbours exchanged, is always found', () => {
  fc.assert(
    fc.property(someId, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
      const wrong = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1);
      expect(readResidentId(wrong).kind).toBe('refused');
      const exchanged = id.slice(0, at) + (id[at + 1] ?? '') + (id[at] ?? '') + id.slice(at + 2);
      expect(exchanged === id || readResidentId(exchanged).kind === 'refused').toBe(true);
    }),
  );
});

test('blanks, a small x and full-width digits are corrected, not refused', () => {
  expect(readResidentId(' 110105 19491231 002x ')).toMatchObject({ id: '11010519491231002X' });
  expect(readResidentId('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({ id: '11010519491231002X' });
});

test.each([
  ['', 'wrong-length'],
  ['110105491231002', 'wrong-length'],
  ['11010519491231002XX', 'wrong-length'],
  ['1101051949123100２A', 'wrong-characters'],
  ['X1010519491231002X', 'wrong-characters'],
  ['110105194902300020', 'no-such-day'],
  ['110105194913310025', 'no-such-day'],
  ['110105194912310021', 'wrong-check-digit'],
])('%s: %s', (text, why) => {
  expect(readResidentId(text)).toEqual({ kind: 'refused', why });
});

test('a masked number keeps the region and the last four', () => {
  expect(maskedResidentId('11010519491231002X')).toBe('110105********002X');
});
