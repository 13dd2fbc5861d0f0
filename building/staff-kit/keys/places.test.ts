import { beforeEach, expect, test } from 'vitest';
import { forgetPlaces, neighboursOf, placeOf, rememberPlace, rememberQueue, rowAt, rowOnReturn } from './places.ts';

beforeEach(() => forgetPlaces());

test('a list is found again as it was left', () => {
  rememberPlace('today', { at: 'b', index: 1, scrollY: 420 });
  expect(placeOf('today')).toEqual({ at: 'b', index: 1, scrollY: 420 });
  expect(placeOf('cases')).toBeUndefined();
});

test('when the row was done and is gone, the one that moved up in its place is the next', () => {
  const place = { at: 'b', index: 1, scrollY: 0 };
  expect(rowOnReturn(place, ['a', 'b', 'c'])).toBe('b');
  expect(rowOnReturn(place, ['a', 'c'])).toBe('c');
  expect(rowOnReturn(place, ['a'])).toBe('a');
  expect(rowOnReturn(place, [])).toBeUndefined();
});

test('a list stands at its first row until somebody moves, and again when the row is filtered away', () => {
  expect(rowAt(['a', 'b'], undefined)).toBe('a');
  expect(rowAt(['a', 'b'], 'b')).toBe('b');
  expect(rowAt(['a', 'b'], 'gone')).toBe('a');
  expect(rowAt([], 'b')).toBeUndefined();
});

test('from a case one key leads to its neighbours in the list it was opened from', () => {
  rememberQueue('/office/', ['a', 'b', 'c']);
  expect(neighboursOf('b')).toEqual({ address: '/office/', before: 'a', next: 'c' });
  expect(neighboursOf('a')).toEqual({ address: '/office/', next: 'b' });
  expect(neighboursOf('c')).toEqual({ address: '/office/', before: 'b' });
});

test('a case that was opened by its address has no neighbours', () => {
  rememberQueue('/office/', ['a', 'b']);
  expect(neighboursOf('elsewhere')).toEqual({ address: '/office/' });
});

test('when someone else signs in at the same screen nothing of the one before is left', () => {
  rememberPlace('today', { at: 'a', index: 0, scrollY: 0 });
  rememberQueue('/office/', ['a', 'b']);
  forgetPlaces();
  expect(placeOf('today')).toBeUndefined();
  expect(neighboursOf('a')).toEqual({ address: '' });
});
