import { expect, test } from 'vitest';
import type { PersonRecord } from '../../contract/record.ts';
import { changesOf, entryOf } from './correction.ts';

const person = {
  id: 'p',
  name: '王秀兰',
  birth: '1996-04-14',
  identity: '990101199604140023',
  phone: '16000000001',
  nationality: 'CN',
  version: 3,
} as unknown as PersonRecord;
const before = entryOf(person);

test('what was not touched is not sent', () => {
  expect(changesOf(before, before)).toEqual({});
});

test('only what differs is sent, without the spaces around it', () => {
  expect(changesOf(before, { ...before, name: ' 王秀岚 ' })).toEqual({ name: '王秀岚' });
  expect(changesOf(before, { ...before, birth: '1996-04-15', diedOn: '2026-01-02' })).toEqual({
    birth: '1996-04-15',
    diedOn: '2026-01-02',
  });
});

test('what may be absent is removed by emptying it', () => {
  expect(changesOf(before, { ...before, phone: ' ', nationality: '' })).toEqual({ phone: null, nationality: null });
});

test('a name can’t be removed: an empty one is sent as such, for the desk to refuse', () => {
  expect(changesOf(before, { ...before, name: '' })).toEqual({ name: '' });
});
