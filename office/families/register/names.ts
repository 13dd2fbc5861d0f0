import { pinyin } from 'pinyin-pro';

/** How a name is put in order and found. */
export interface NameInOrder {
  /**
   * The key by which names are put in order: syllables with their tone, the surname read as a surname (曾 is zēng), then the name itself.
   */
  readonly sort: string;
  /**
   * The keys by which it is found: each character, each pair of neighbours, pinyin of the whole, of the surname and of the given name, and
   * the initials. Searching by them is equality alone, so an index answers it under row-level security, where a pattern could not use one.
   */
  readonly keys: readonly string[];
}

/** Both by one reading of the name, which is what they cost. */
export function nameInOrder(name: string): NameInOrder {
  const syllables = pinyin(name, { type: 'array', surname: 'head', toneType: 'num', v: true });
  const characters = [...searchable(name)];
  const keys = new Set<string>(characters);
  for (let i = 0; i + 1 < characters.length; i += 1) keys.add(`${characters[i]}${characters[i + 1]}`);
  for (const key of soundKeys(syllables.map(withoutTone))) keys.add(key);
  return { sort: `${syllables.join(' ')} ${name}`, keys: [...keys] };
}

/** A digit that stands alone was written in the name. */
function withoutTone(syllable: string): string {
  return syllable.length > 1 ? syllable.replace(/\d$/, '') : syllable;
}

export function nameSort(name: string): string {
  return nameInOrder(name).sort;
}

export function nameKeys(name: string): readonly string[] {
  return nameInOrder(name).keys;
}

function soundKeys(sounds: readonly string[]): readonly string[] {
  const syllables = sounds.map((syllable) => searchable(syllable)).filter((syllable) => syllable !== '');
  const initials = syllables.map((syllable) => [...syllable][0] ?? '');
  const keys = [syllables.join(''), initials.join('')];
  for (const surname of [1, 2]) {
    if (syllables.length <= surname) break;
    keys.push(
      syllables.slice(0, surname).join(''),
      syllables.slice(surname).join(''),
      initials.slice(surname).join(''),
    );
  }
  return keys.filter((key) => key.length > 1);
}

/** What was typed, as keys that a name must have all of: `王小` → 王小; `wang xl` → wangxl; `王xiaolan` → 王, xiaolan. */
export function queryKeys(typed: string): readonly string[] {
  const parts = searchable(typed).match(/[a-z0-9]+|[^a-z0-9]+/gu) ?? [];
  return [...new Set(parts.flatMap((part) => (/^[a-z0-9]/.test(part) ? [part] : pairsOf([...part]))))];
}

function pairsOf(characters: readonly string[]): readonly string[] {
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, i) => `${character}${characters[i + 1]}`);
}

/** One form for what is stored and what is typed: lower case, without marks, blanks, dots and apostrophes; ü is v, as on keyboards. */
function searchable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s·•・‧.'’-]/gu, '');
}
