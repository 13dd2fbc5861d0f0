import { expect, test } from 'vitest';
import { asItBegins, asking, sameState } from '../ask/state.ts';
import { browserViews, type View } from './kept-views.ts';

function shelf(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const late: View = {
  name: '柳塘逾期的',
  state: {
    ...asking(asItBegins, 'place', { kind: 'some', ids: ['990101100000'] }),
    sorting: [{ id: 'due', desc: false }],
  },
};

test('a view is found again by the person who kept it, and by nobody else at the same machine', () => {
  const storage = shelf();
  browserViews('liu.min', storage).keep('cases', [late]);
  expect(browserViews('liu.min', storage).of('cases')).toEqual([late]);
  expect(browserViews('zhou.ke', storage).of('cases')).toEqual([]);
  expect(browserViews('liu.min', storage).of('batches')).toEqual([]);
});

test('a name that was searched for is not kept on the machine', () => {
  const storage = shelf();
  const views = browserViews('liu.min', storage);
  views.keep('cases', [{ name: '找人', state: asking(late.state, 'applicant', { kind: 'text', text: '王小宁' }) }]);
  expect(views.of('cases')).toEqual([{ name: '找人', state: late.state }]);
});

test.each(['{', '{"a":1}', '[1,null,{"name":"x"}]'])('what is no view is left out: %s', (text) => {
  const storage = shelf();
  storage.setItem('huijia.views.liu.min.cases', text);
  expect(browserViews('liu.min', storage).of('cases')).toEqual([]);
});

test('two states are the same however their filters were put together', () => {
  const one = asking(asking(asItBegins, 'a', { kind: 'text', text: '1' }), 'b', { kind: 'some', ids: ['2'] });
  const other = asking(asking(asItBegins, 'b', { kind: 'some', ids: ['2'] }), 'a', { kind: 'text', text: '1' });
  expect(sameState(one, other)).toBe(true);
  expect(sameState(one, asking(one, 'a', undefined))).toBe(false);
});
