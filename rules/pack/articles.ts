import type { Bilingual } from '../../values/language.ts';
import type { Report } from '../check/report.ts';
import { spanBetween } from '../source-text.ts';
import { cite, type Sources } from './citation.ts';
import type { Quotation } from './markdown.ts';
import type { Article } from './pack.ts';

/** A heading in both languages is written `申领年度 / Claim years`. */
function headingWords(heading: string): Bilingual {
  const [zh = heading, en = zh] = heading.split(' / ');
  return { zh: zh.trim(), en: en.trim() };
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

/**
 * Reads one article: `> 〔source place〕what it says`, and from the paragraph that begins with `en:` on, the same in English.
 */
function readArticle(report: Report, sources: Sources, quotation: Quotation): Article | undefined {
  const { start, end, lines } = quotation;
  const opening = /^〔([^〕]*)〕/.exec(lines[0] ?? '');
  if (!opening) {
    report.add('quotation-without-citation', start, end);
    return undefined;
  }
  const citation = cite(report, sources, opening[1] ?? '', { start, end: start + opening[0].length + 2 });
  const english = lines.findIndex((line) => line.startsWith('en:'));
  if (english === -1) report.add('quotation-without-english', start, end);
  if (citation === undefined || english === -1) return undefined;
  const zhLines = [(lines[0] ?? '').slice(opening[0].length).trim(), ...lines.slice(1, english)];
  const enLines = [(lines[english] ?? '').slice('en:'.length).trim(), ...lines.slice(english + 1)];
  const words = { zh: paragraphs(zhLines, ''), en: paragraphs(enLines, ' ') };
  const heading = headingWords(quotation.heading);
  const { source, place, verified } = citation;
  const span = spanBetween(report.source, start, end);
  return { heading: heading.zh, headingWords: heading, words, source, place, text: words.zh, verified, span };
}

export function readArticles(report: Report, sources: Sources, quotations: readonly Quotation[]): readonly Article[] {
  return quotations
    .map((quotation) => readArticle(report, sources, quotation))
    .filter((article) => article !== undefined);
}
