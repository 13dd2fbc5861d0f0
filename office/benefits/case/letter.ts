import { words as catalogue } from '../words/made/all.ts';
import type { Citation, Reason } from '../../../rules/determination.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Remedy, Said } from './case.ts';
import { addDays, type Day } from '../../../values/day.ts';

/** What a refusal rests on beside the determination: the officer's own reason and the article it stands in. */
export interface OwnReason {
  readonly reason?: Localized | undefined;
  /** A key of {@link articlesOf}. */
  readonly article?: string | undefined;
}

/** `禾 2026-004217` → `禾惠决〔2026〕004217号`: one receipt has one decision, so one running number serves both. */
export function decisionNumberOf(receipt: string): string {
  const match = /^(.+) (\d{4})-(\d+)$/.exec(receipt);
  if (!match) throw new Error(`Not a receipt number: ${receipt}`);
  return `${match[1]}惠决〔${match[2]}〕${match[3]}号`;
}

/** The ways to disagree, with the last day of each: the term begins on the day after the decision (行政复议法 art. 20 and 88). */
export function remediesOf(pack: PackInfo, decidedOn: Day): readonly Remedy[] {
  return pack.procedure.remedies.map(({ key, words, law, withinDays }) => ({
    key,
    words,
    law,
    ...(withinDays !== undefined && { lastDay: addDays(decidedOn, withinDays) }),
  }));
}

/** The pack's articles as a refusal may cite them, by key. */
export function articlesOf(
  pack: PackInfo,
): ReadonlyMap<string, { readonly heading: Localized; readonly law: Citation }> {
  return new Map(
    pack.articles.map(({ headingWords: heading, source, place, verified }) => {
      const law = { source, title: titleOfSource(pack, source), place, verified };
      return [`${source} ${place}`, { heading, law }];
    }),
  );
}

export function titleOfSource(pack: PackInfo, source: string): string {
  return pack.sources.find(({ key }) => key === source)?.title ?? source;
}

/** Why the benefit is granted: the policy's own reasons, or, should it give none, that its conditions are met. */
export function grantReasons(pack: PackInfo, determination: Said): readonly Reason[] {
  if (determination.because.length > 0) return determination.because;
  return [{ words: inEveryLanguage(catalogue, (w, inOwn) => w.letter.conditionsMet({ title: inOwn(pack.title) })) }];
}

/**
 * Why it is refused: what the policy says when it does not grant, what is still not known when that is why, and the officer's own reason
 * with its article. Empty when there is none: then it may not be refused. Undefined when the article is not one of the pack's.
 */
export function refusalReasons(pack: PackInfo, determination: Said, own: OwnReason): readonly Reason[] | undefined {
  const article = own.article === undefined ? undefined : articlesOf(pack).get(own.article);
  if (own.article !== undefined && article === undefined) return undefined;
  const written: readonly Reason[] =
    own.reason === undefined ? [] : [{ words: own.reason, ...(article && { law: article.law }) }];
  switch (determination.outcome) {
    case 'eligible':
      // Against what the policy says, a reason alone is not enough: it names its article.
      return written.filter(({ law }) => law !== undefined);
    case 'not-eligible':
      return [...determination.because, ...written];
    case 'undetermined':
      return [...determination.missing.map(notKnown), ...written];
  }
}

function notKnown({ words }: { readonly words: Localized }): Reason {
  return { words: inEveryLanguage(catalogue, (w, inOwn) => w.letter.stillNotKnown({ words: inOwn(words) })) };
}
