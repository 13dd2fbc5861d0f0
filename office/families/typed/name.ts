import type { Fault } from '../decide.ts';
import { type Read, read, unreadable } from './reading.ts';

const longestName = 60;
/** The dots that keyboards offer for the one in ethnic names (U+00B7, GB/T 15834). */
const dots = /[•・‧∙⋅．]/gu;
const belongsInAName = /^[\p{L}\p{M}\p{N} ·.'’-]$/u;
/** Letters that show nothing (the Hangul fillers) make two names look like one. The selectors of a character's variant are no such. */
const showsNothing = /^(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}$/u;

/**
 * A name as it is stored: NFC, one kind of dot, single blanks. Any character of Unicode's letters may stand in it, however rare (𠮷, 㼆, the extensions of
 * CJK); control characters, symbols and characters of private use may not.
 */
export function readName(typed: string, field: 'name' | 'holderName' = 'name'): Read<string> {
  const name = typed
    .normalize('NFC')
    .replaceAll(dots, '·')
    .replaceAll(/[\t\u{a0}\u{3000} ]+/gu, ' ')
    .trim();
  const characters = [...name];
  if (characters.length === 0) return unreadable(field, 'name-empty', '请填写姓名。', 'Please write the name.');
  if (characters.length > longestName) {
    return unreadable(
      field,
      'name-too-long',
      `姓名最多 ${longestName} 个字，现在是 ${characters.length} 个。`,
      `A name has at most ${longestName} characters; this one has ${characters.length}.`,
    );
  }
  const strange = characters.find((character) => !belongsInAName.test(character) || showsNothing.test(character));
  if (strange !== undefined) return strangeInName(field, strange);
  if (!/\p{L}/u.test(name))
    return unreadable(
      field,
      'name-without-letter',
      '姓名里没有文字，请检查。',
      'There is no letter in this name. Please check it.',
    );
  return read(name);
}

function strangeInName(field: Fault['field'], character: string): Read<never> {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Co}/u.test(character)) {
    return unreadable(
      field,
      'name-private-use',
      `姓名里有一个只在某台电脑上造的字（${point}），别处显示不出来。请到窗口，由工作人员帮您选国家标准里的同一个字。`,
      `One character of the name (${point}) exists on one computer only. Please come to the counter: staff will find the same character in the national standard.`,
    );
  }
  const invisible = /\p{C}/u.test(character) || showsNothing.test(character);
  const shown = invisible ? point : `“${character}”（${point}）`;
  return unreadable(
    field,
    'name-strange-character',
    `姓名里不能有${shown}，请删去。`,
    `A name can’t hold ${invisible ? point : `“${character}” (${point})`}. Please remove it.`,
  );
}
