import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './text.ts';

const line = '姓名,账号\n李小禾,6222\n';

test('a file as a bank writes it (GB 18030), with a rare character', () => {
  const bytes = iconv.encode('姓名,𠮷㼆\n', 'gb18030');
  expect(decodeText(bytes)).toEqual({ kind: 'text', text: '姓名,𠮷㼆\n', encoding: 'gb18030' });
});

test('UTF-8, with a byte order mark and without', () => {
  expect(decodeText(Buffer.from(line))).toEqual({ kind: 'text', text: line, encoding: 'utf-8' });
  expect(decodeText(Buffer.from(`\uFEFF${line}`))).toEqual({ kind: 'text', text: line, encoding: 'utf-8' });
});

test('Unicode text as a spreadsheet saves it', () => {
  expect(decodeText(Buffer.from(`\uFEFF${line}`, 'utf16le'))).toEqual({
    kind: 'text',
    text: line,
    encoding: 'utf-16le',
  });
});

test('a spreadsheet itself, or bytes that are no text, are refused and never half read', () => {
  expect(decodeText(Buffer.from('PK\x03\x04\0\0', 'latin1'))).toEqual({ kind: 'refused', why: 'not-text' });
  expect(decodeText(Buffer.of(0xc4, 0xe3, 0xff, 0xff))).toEqual({ kind: 'refused', why: 'not-text' });
});
