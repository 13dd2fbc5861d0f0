import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { testFolder } from '../testing.ts';
import { tooLongRecord } from './record-length.ts';

const folder = testFolder();

function lineOf(text: string, most: number): number | undefined {
  const path = join(folder, 'records.csv');
  writeFileSync(path, text);
  return tooLongRecord(path, most);
}

test.each([
  ['a line as long as may be', 'abcd\nabcd\n', undefined],
  ['a line longer than that', 'abcd\nabcde\n', 2],
  ['the last line, without an end', 'abcd\nabcde', 2],
  ['line ends within quotation marks', 'a\n"\n\n\n"\nb\n', 2],
  ['a quotation mark never closed', 'a\n"b\nc\nd\ne\n', 2],
  ['a doubled quotation mark', '""""\nab\ncd\n', undefined],
  ['a quotation mark within a field', 'a"b\ncd\nef\n', undefined],
  ['two of them', 'a""\ncd\nef\n', undefined],
  ['line ends of old machines', 'abcd\rabcd\rab\r', undefined],
  ['a mark before a quotation mark', '\uFEFF"\n\n\n"', 1],
  ['nothing', '', undefined],
])('%s, where four bytes are allowed', (_, text, line) => {
  expect(lineOf(text, 4)).toBe(line);
});

test('however a file of short records is written, none is too long, and one that is among them is found', () => {
  const cell = fc.stringMatching(/^[a-z\n",中]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`);
  const plain = fc.stringMatching(/^[a-z中]{0,6}$/);
  const record = fc.array(fc.oneof(cell, plain), { minLength: 1, maxLength: 3 }).map((cells) => cells.join(','));
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), fc.nat(), (records, at) => {
      const text = (all: readonly string[]): string => all.map((one) => `${one}\n`).join('');
      expect(lineOf(text(records), 120)).toBeUndefined();
      const place = at % records.length;
      const before = text(records.slice(0, place));
      const long = `"${'\n'.repeat(120)}"`;
      expect(lineOf(before + text([long, ...records.slice(place)]), 120)).toBe(before.split('\n').length);
    }),
    { numRuns: 200 },
  );
});
