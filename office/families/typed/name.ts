import { inEveryLanguage } from '../../../values/language.ts';
import type { Fault } from '../decide.ts';
import { type Read, read, unreadable } from './reading.ts';
import { words } from '../words/made/all.ts';

const longestName = 60;
/** The dots that keyboards offer for the one in ethnic names (U+00B7, GB/T 15834). */
const dots = /[•・‧∙⋅．]/gu;
const belongsInAName = /^[\p{L}\p{M}\p{N} ·.'’-]$/u;
/** Letters that show nothing (the Hangul fillers) make two names look like one. The selectors of a character's variant are no such. */
const showsNothing = /^(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}$/u;

/**
 * A name as it is stored: NFC, one kind of dot, single blanks. Any character of Unicode's letters may stand in it, however rare (𠮷, 㼆, the
 * extensions of CJK); control characters, symbols and characters of private use may not.
 */
export function readName(typed: string, field: 'name' | 'holderName' = 'name'): Read<string> {
  const name = typed
    .normalize('NFC')
    .replaceAll(dots, '·')
    .replaceAll(/[\t\u{a0}\u{3000} ]+/gu, ' ')
    .trim();
  const characters = [...name];
  if (characters.length === 0)
    return unreadable(
      field,
      'name-empty',
      inEveryLanguage(words, (w) => w.typed.nameEmpty),
    );
  if (characters.length > longestName) {
    return unreadable(
      field,
      'name-too-long',
      inEveryLanguage(words, (w) => w.typed.nameTooLong({ most: longestName, now: characters.length })),
    );
  }
  const strange = characters.find((character) => !belongsInAName.test(character) || showsNothing.test(character));
  if (strange !== undefined) return strangeInName(field, strange);
  if (!/\p{L}/u.test(name))
    return unreadable(
      field,
      'name-without-letter',
      inEveryLanguage(words, (w) => w.typed.nameWithoutLetter),
    );
  return read(name);
}

function strangeInName(field: Fault['field'], character: string): Read<never> {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Co}/u.test(character)) {
    return unreadable(
      field,
      'name-private-use',
      inEveryLanguage(words, (w) => w.typed.namePrivateUse({ point })),
    );
  }
  const invisible = /\p{C}/u.test(character) || showsNothing.test(character);
  return unreadable(
    field,
    'name-strange-character',
    inEveryLanguage(words, (w) =>
      invisible ? w.typed.nameInvisibleCharacter({ point }) : w.typed.nameStrangeCharacter({ character, point }),
    ),
  );
}
