import { ConverterFactory, Trie } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';
import { instead, stay } from './taiwan.ts';

/** Reading the dictionary takes longer than a command does, so it is read when the first text is converted. */
let dictionary: ReturnType<typeof readDictionary> | undefined;

function readDictionary() {
  const anywhere = ConverterFactory(...(from['cn'] ?? []));
  const written = new Trie();
  for (const group of from['cn'] ?? []) written.loadDictGroup(group);
  const characters = (text: string): string => withinWords(text, written, anywhere);
  const phrases = new Trie();
  phrases.loadDictGroup(to['twp']?.[0] ?? []);
  for (const word of stay) phrases.addWord(characters(word), characters(word));
  return { characters, phrases };
}

const characters = (text: string): string => (dictionary ??= readDictionary()).characters(text);
const glyphs = ConverterFactory(to['tw']?.[0] ?? [], [Object.entries(instead)]);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The characters of 繁體, by words: OpenCC alone finds 金发 in 资金发放 and writes the 髮 of hair. A phrase of several words counts if it ends where
 * one does.
 */
function withinWords(simplified: string, written: Trie, anywhere: (text: string) => string): string {
  const segments = [...segmenter.segment(simplified)];
  const borders = new Set(segments.map(({ index }) => index)).add(simplified.length);
  let converted = '';
  let done = 0;
  for (const { index, segment } of segments) {
    if (index < done) continue;
    const phrase = written.matchPrefix(simplified, index);
    const fits = phrase !== null && borders.has(phrase.end);
    converted += fits ? phrase.value : anywhere(segment);
    done = fits ? phrase.end : index + segment.length;
  }
  return converted;
}

/**
 * Words that Taiwan has another word for, by place. OpenCC finds its words anywhere, also across the border of two: 工作日内核对 holds no 内核, 事实时
 * no 实时.
 */
function* matches(simplified: string, text: string): Generator<{ at: number; end: number; value: string }> {
  const { phrases } = (dictionary ??= readDictionary());
  const borders = new Set([...segmenter.segment(simplified)].map(({ index }) => index)).add(text.length);
  for (let at = 0; at < text.length; at++) {
    const found = borders.has(at) ? phrases.matchPrefix(text, at) : null;
    if (found === null || !borders.has(found.end)) continue;
    yield { at, ...found };
    at = found.end - 1;
  }
}

/** 简体 as it is written in Taiwan, with Taiwan's words: 信息 becomes 資訊. */
export function traditional(simplified: string): string {
  const text = characters(simplified);
  // Where OpenCC changes the length, places no longer fit, and characters must do.
  if (text.length !== simplified.length) return glyphs(text);
  let done = 0;
  let converted = '';
  for (const { at, end, value } of matches(simplified, text)) {
    converted += text.slice(done, at) + value;
    done = end;
  }
  return glyphs(converted + text.slice(done));
}

/** Words of a simplified text that become other words, not only other characters. */
export function wordsOfTaiwan(simplified: string): readonly (readonly [word: string, became: string])[] {
  const text = characters(simplified);
  if (text.length !== simplified.length) return [];
  return [...matches(simplified, text)]
    .map(({ at, end, value }) => [simplified.slice(at, end), glyphs(value)] as const)
    .filter(([word, became]) => glyphs(characters(word)) !== became);
}
