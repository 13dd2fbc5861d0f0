import { beforeEach, expect, test } from 'vitest';
import { forgetPlaces, neighboursOf, placeOf, rememberPlace, rememberQueue } from './places.ts';

beforeEach(() => forgetPlaces());

test('a list is found again as it was left', () => {
  rememberPlace('today', { at: 'b', scrollY: 420 });
  expect(placeOf('today')).toEqual({ at: 'b', scrollY: 420 });
  expect(placeOf('cases')).toBeUndefined();
});

test('from a case one key leads to its neighbours in the list it was opened from', () => {
  rememberQueue('today', ['a', 'b', 'c']);
  expect(neighboursOf('b')).toEqual({ list: 'today', before: 'a', next: 'c' });
  expect(neighboursOf('a')).toEqual({ list: 'today', next: 'b' });
  expect(neighboursOf('c')).toEqual({ list: 'today', before: 'b' });
});

test('a case that was opened by its address has no neighbours', () => {
  rememberQueue('today', ['a', 'b']);
  expect(neighboursOf('elsewhere')).toEqual({ list: 'today' });
});

test('when someone else signs in at the same screen nothing of the one before is left', () => {
  rememberPlace('today', { at: 'a', scrollY: 0 });
  rememberQueue('today', ['a', 'b']);
  forgetPlaces();
  expect(placeOf('today')).toBeUndefined();
  expect(neighboursOf('a')).toEqual({ list: '' });
});
