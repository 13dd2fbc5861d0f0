import { expect, test } from 'vitest';
import { placeOfJsonFault } from './json-fault.ts';

test.each([
  ['', 1, 1],
  ['{"a":1', 1, 7],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['{a:1}', 1, 2],
  ['{"a":01}', 1, 7],
  ['{"a":1} x', 1, 9],
  ['{"a":"tab\there"}', 1, 6],
  ['{"a":1 /* one */}', 1, 8],
  ['{\r\n "a": 1,\r\n "b": }', 3, 7],
  ['{"名": 王}', 1, 7],
  ['{"𠀀": x}', 1, 7],
])('%j stops being JSON in line %i, column %i', (text, line, column) => {
  expect(placeOfJsonFault(text)).toEqual({ line, column });
});
