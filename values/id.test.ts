import { expect, test } from 'vitest';
import { readId } from './id.ts';

test('an id from outside is a lower-case UUID or nothing', () => {
  const id = '0198f3a2-7b1c-7d4e-8f00-0123456789ab';
  expect(readId<'case'>(id)).toBe(id);
  for (const text of ['', id.toUpperCase(), id.replaceAll('-', ''), `${id} `, `${id}\n`, "' or 1=1 --"]) {
    expect(readId<'case'>(text)).toBeUndefined();
  }
});
