import type { Report } from '../check/tell/report.ts';
import { nearest } from '../check/tell/nearest.ts';
import type { Citation } from '../determination.ts';
import type { Source } from './pack.ts';
import { fault, textOf } from './text/shape.ts';
import type { YamlNode } from './text/yaml-node.ts';

/** The sources of a pack, and which of them its rule or articles cite. */
export interface Sources {
  readonly byKey: ReadonlyMap<string, Source>;
  readonly cited: Set<string>;
}

/** Only what was read in the law's own text or in an official-press copy counts as verified. */
function isVerified(source: Source): boolean {
  return source.verified === 'official-text' || source.verified === 'official-press';
}

/** Finds what `scheme 二` cites: a source of the front matter and a place in it. */
export function cite(
  report: Report,
  sources: Sources,
  written: string,
  at: { start: number; end: number },
): Citation | undefined {
  const match = /^(\S+)\s+(\S.*)$/.exec(written.trim());
  if (!match) return fault(report, at, 'bad-citation');
  const [, key = '', place = ''] = match;
  const source = sources.byKey.get(key);
  if (source === undefined) {
    const didYouMean = nearest(key, sources.byKey.keys());
    return fault(report, at, 'unknown-source', { values: { source: key }, didYouMean });
  }
  sources.cited.add(key);
  return { source: key, title: source.title, place, verified: isVerified(source) };
}

export function citationOf(report: Report, sources: Sources, node: YamlNode | undefined): Citation | undefined {
  const text = textOf(report, node);
  return node === undefined || text === undefined ? undefined : cite(report, sources, text, node);
}
