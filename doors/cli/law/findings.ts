import { relative } from 'node:path';
import type { Finding } from '../../../rules/finding.ts';
import { inLanguage, type Language } from '../../../values/language.ts';
import type { TextRead } from './law-files.ts';
import { wordsIn } from '../words/made/all.ts';
import type { Words } from '../words/made/words.ts';

/** A path as people in that folder write it. */
export function pathFrom(cwd: string): (path: string) => string {
  return (path) => {
    const short = relative(cwd, path);
    return short === '' || short.startsWith('..') ? path : short;
  };
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** Columns that a text takes in a terminal: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const longestLine = 160;

/** The line that a finding stands on, and a caret under its place. */
function drawn(finding: Finding, lines: readonly string[]): string {
  const { line, column, endLine, endColumn } = finding.span;
  const characters = [...(lines[line - 1] ?? '').replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '·')];
  const from = Math.max(0, Math.min(column - 1, characters.length) - Math.floor(longestLine / 2));
  const shown = characters.slice(from, from + longestLine);
  const before = shown.slice(0, column - 1 - from).join('');
  const until = endLine === line ? endColumn : characters.length + 1;
  const marked = shown.slice(column - 1 - from, Math.max(until, column + 1) - 1 - from).join('');
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const caret = '^'.repeat(Math.max(1, widthOf(marked)));
  return ` ${number} | ${shown.join('')}\n ${gutter} | ${' '.repeat(widthOf(before))}${caret}\n`;
}

/** `file:line:column: error[code] sentence`, the source line, a caret, and what was probably meant. */
export function findingText(finding: Finding, lines: readonly string[], language: Language): string {
  const words = wordsIn(language);
  const { file, line, column } = finding.span;
  const sentence = inLanguage(finding.words, language);
  const hint = finding.didYouMean === undefined ? '' : ` = ${words.didYouMean({ name: finding.didYouMean })}\n`;
  const head = `${file}:${line}:${column}: ${words.severity[finding.severity]}[${finding.code}] ${sentence}\n`;
  return `${head}${drawn(finding, lines)}${hint}`;
}

/** A text as {@link findingText} wants it: as the reader of packs counts its lines. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

/** Why a file was not read, in words. */
export function unreadText(why: Exclude<TextRead['kind'], 'text'>, path: string, words: Words): string {
  const sentences = {
    missing: words.missing,
    unreadable: words.unreadable,
    'not-utf-8': words.notUtf8,
    'too-large': words.tooLarge,
  };
  return sentences[why]({ path });
}
