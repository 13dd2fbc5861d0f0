import type { Localized } from '../../values/language.ts';
import type { Report } from '../check/tell/report.ts';
import { spanBetween } from '../source-text.ts';
import { cite, type Sources } from './citation.ts';
import { withFurther } from './text/further.ts';
import type { Note, Quotation } from './text/markdown.ts';
import type { Article } from './pack.ts';

/** A heading in both languages is written `申领年度 / Claim years`. */
function headingWords(report: Report, heading: string): Localized {
  const [zh = heading, en = zh] = heading.split(' / ');
  return withFurther({ 'zh-CN': zh.trim(), en: en.trim() }, report.further);
}

/** Paragraphs of a quotation: lines that follow one another, joined. */
function paragraphs(lines: readonly string[], joiner: string): string {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', joiner).trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}

/** What is said beside an article: Chinese, and from the line that begins with `en:` on, the same in English. */
function readNote(report: Report, note: Note | undefined): Localized | undefined {
  if (note === undefined) return undefined;
  const english = note.lines.findIndex((line) => line.startsWith('en:'));
  if (english === -1) {
    report.add('note-without-english', note.start, note.end);
    return undefined;
  }
  return inLanguages(report, note.lines, english);
}

/** The lines above `english` in Chinese, those from it on, without `en:`, in English. */
function inLanguages(report: Report, lines: readonly string[], english: number): Localized {
  const enLines = [(lines[english] ?? '').slice('en:'.length).trim(), ...lines.slice(english + 1)];
  const written = { 'zh-CN': paragraphs(lines.slice(0, english), ''), en: paragraphs(enLines, ' ') };
  return withFurther(written, report.further);
}

/**
 * Reads one article: `> 〔source place〕what it says`, and from the paragraph that begins with `en:` on, the same in English.
 */
function readArticle(report: Report, sources: Sources, quotation: Quotation): Article | undefined {
  const { start, end, lines } = quotation;
  const note = readNote(report, quotation.note);
  const opening = /^〔([^〕]*)〕/.exec(lines[0] ?? '');
  if (!opening) {
    report.add('quotation-without-citation', start, end);
    return undefined;
  }
  const citation = cite(report, sources, opening[1] ?? '', { start, end: start + opening[0].length + 2 });
  const english = lines.findIndex((line) => line.startsWith('en:'));
  if (english === -1) report.add('quotation-without-english', start, end);
  if (citation === undefined || english === -1) return undefined;
  const uncited = [(lines[0] ?? '').slice(opening[0].length).trim(), ...lines.slice(1)];
  const words = inLanguages(report, uncited, english);
  const heading = headingWords(report, quotation.heading);
  const { source, place, verified } = citation;
  const span = spanBetween(report.source, start, end);
  const text = words['zh-CN'];
  return {
    heading: heading['zh-CN'],
    headingWords: heading,
    words,
    source,
    place,
    text,
    verified,
    span,
    ...(note && { note }),
  };
}

export function readArticles(report: Report, sources: Sources, quotations: readonly Quotation[]): readonly Article[] {
  return quotations
    .map((quotation) => readArticle(report, sources, quotation))
    .filter((article) => article !== undefined);
}
