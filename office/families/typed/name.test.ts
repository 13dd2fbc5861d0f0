import { describe, expect, test } from 'vitest';
import { maskedName } from '../case.ts';
import { readName } from './name.ts';

describe('a name', () => {
  test.each([
    ['王秀兰', '王秀兰'],
    ['　王 秀兰 ', '王 秀兰'],
    ['𠮷田㼆齉', '𠮷田㼆齉'],
    ['\u{2CEB2}\u{31350}', '\u{2CEB2}\u{31350}'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿卜杜拉・吐尔逊', '阿卜杜拉·吐尔逊'],
    ["Mary Ann O'Neil-Smith", "Mary Ann O'Neil-Smith"],
    ['Jose\u0301', 'José'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['王'.repeat(60), '王'.repeat(60)],
    ['𠮷'.repeat(60), '𠮷'.repeat(60)],
  ])('“%s” is kept as “%s”', (typed, kept) => {
    expect(readName(typed)).toEqual({ kind: 'read', value: kept });
  });

  test.each([
    ['', 'name-empty'],
    ['  　', 'name-empty'],
    ['𠮷'.repeat(61), 'name-too-long'],
    ['王\u0000秀兰', 'name-strange-character'],
    ['王\n秀兰', 'name-strange-character'],
    ['王\u200B秀兰', 'name-strange-character'],
    ['\u202E兰秀王', 'name-strange-character'],
    ['王\uD842', 'name-strange-character'],
    ['<b>王</b>', 'name-strange-character'],
    ['王秀兰😀', 'name-strange-character'],
    ['王\u3164兰', 'name-strange-character'],
    ['\uFFA0', 'name-strange-character'],
    ['王\u034F兰', 'name-strange-character'],
    ['王\uE863', 'name-private-use'],
    ['123', 'name-without-letter'],
  ])('%j is refused: %s', (typed, code) => {
    expect(readName(typed)).toMatchObject({ kind: 'fault', fault: { field: 'name', code } });
  });

  test('a fault names the character, so that it can be found', () => {
    expect(readName('王*兰')).toMatchObject({ fault: { words: { 'zh-CN': '姓名里不能有“*”（U+002A），请删去。' } } });
    expect(readName('王\u200B兰')).toMatchObject({ fault: { words: { 'zh-CN': '姓名里不能有U+200B，请删去。' } } });
  });

  test.each([
    ['陈晓', '陈*'],
    ['王小兰', '王*兰'],
    ['尉迟恭', '尉迟*'],
    ['欧阳小兰', '欧阳*兰'],
    ['尉迟', '尉*'],
    ['阿依古丽·买买提', '阿***'],
    ['𠮷田桂兰', '𠮷**兰'],
    ['王', '*'],
  ])('“%s” is “%s” in a list', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});
