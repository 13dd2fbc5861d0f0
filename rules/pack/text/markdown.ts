import type { Report } from '../../check/tell/report.ts';
import { lineText } from '../../source-text.ts';

/** A stretch of the source: offsets, end exclusive. */
interface Block {
  readonly start: number;
  readonly end: number;
}

export interface Fence extends Block {
  /** The word after the three backticks: `rule`, `examples`, … */
  readonly language: string;
  /** Where the opening line stands. */
  readonly opening: Block;
}

/** A quotation under a heading: an article as a pack cites it. `lines` are without the `>`. */
export interface Quotation extends Block {
  readonly heading: string;
  readonly lines: readonly string[];
  /** The text between it and the next quotation, heading or fence: what is to be said beside the article. */
  readonly note: Note | undefined;
}

export interface Note extends Block {
  readonly lines: readonly string[];
}

export interface Document {
  readonly frontMatter: Block | undefined;
  readonly fences: readonly Fence[];
  readonly quotations: readonly Quotation[];
}

interface Walk {
  readonly report: Report;
  readonly fences: Fence[];
  readonly quotations: Quotation[];
  heading: string;
  line: number;
}

const startOf = (report: Report, line: number): number =>
  report.source.lineStarts[line - 1] ?? report.source.text.length;

/** Front matter stands on the first line or not at all. */
function readFrontMatter(report: Report): { block: Block | undefined; next: number } {
  const lines = report.source.lineStarts.length;
  if (lineText(report.source, 1).trimEnd() !== '---') {
    report.add('no-front-matter', 0, 0);
    return { block: undefined, next: 1 };
  }
  for (let line = 2; line <= lines; line += 1) {
    if (lineText(report.source, line).trimEnd() !== '---') continue;
    return { block: { start: startOf(report, 2), end: startOf(report, line) }, next: line + 1 };
  }
  report.add('front-matter-not-closed', 0, 3);
  return { block: undefined, next: lines + 1 };
}

function readFence(walk: Walk, marker: string, language: string): void {
  const { report } = walk;
  const lines = report.source.lineStarts.length;
  const openingStart = startOf(report, walk.line);
  const opening = { start: openingStart, end: openingStart + lineText(report.source, walk.line).length };
  const first = walk.line + 1;
  for (walk.line = first; walk.line <= lines; walk.line += 1) {
    const text = lineText(report.source, walk.line).trimEnd();
    if (!text.startsWith(marker) || text.slice(marker.length).replaceAll('`', '') !== '') continue;
    const block = { start: startOf(report, first), end: startOf(report, walk.line) };
    walk.fences.push({ language, opening, ...block });
    walk.line += 1;
    return;
  }
  report.add('fence-not-closed', opening.start, opening.end, { values: { language } });
}

function readQuotation(walk: Walk): void {
  const { source } = walk.report;
  const start = startOf(walk.report, walk.line);
  const lines: string[] = [];
  let end = start;
  for (; walk.line <= source.lineStarts.length; walk.line += 1) {
    const text = lineText(source, walk.line);
    const match = /^>[ ]?(.*)$/.exec(text);
    if (!match) break;
    lines.push((match[1] ?? '').trim());
    end = startOf(walk.report, walk.line) + text.length;
  }
  walk.quotations.push({ heading: walk.heading, lines, start, end, note: readNote(walk) });
}

const fencePattern = /^(`{3,})\s*([\w-]*)/;
const headingPattern = /^#{1,6}\s+(.*?)\s*#*\s*$/;

/** The lines from here to the next part of the pack; undefined when there is nothing but blank ones. */
function readNote(walk: Walk): Note | undefined {
  const { source } = walk.report;
  const written: { line: number; text: string }[] = [];
  for (; walk.line <= source.lineStarts.length; walk.line += 1) {
    const text = lineText(source, walk.line);
    if (text.startsWith('>') || fencePattern.test(text) || headingPattern.test(text)) break;
    written.push({ line: walk.line, text });
  }
  const first = written.find(({ text }) => text.trim() !== '');
  const last = written.findLast(({ text }) => text.trim() !== '');
  if (first === undefined || last === undefined) return undefined;
  return {
    lines: written.map(({ text }) => text.trim()),
    start: startOf(walk.report, first.line),
    end: startOf(walk.report, last.line) + last.text.length,
  };
}

/** Splits a pack into its front matter, its quoted articles and its fenced blocks. Other prose is for the reader. */
export function readMarkdown(report: Report): Document {
  const { block: frontMatter, next } = readFrontMatter(report);
  const walk: Walk = { report, fences: [], quotations: [], heading: '', line: next };
  while (walk.line <= report.source.lineStarts.length) {
    const text = lineText(report.source, walk.line);
    const fence = fencePattern.exec(text);
    const heading = headingPattern.exec(text);
    if (fence) readFence(walk, fence[1] ?? '```', fence[2] ?? '');
    else if (text.startsWith('>')) readQuotation(walk);
    else {
      if (heading) walk.heading = heading[1] ?? '';
      walk.line += 1;
    }
  }
  return { frontMatter, fences: walk.fences, quotations: walk.quotations };
}
