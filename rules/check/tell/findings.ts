import { inEveryLanguageWith, type Localized } from '../../../values/language.ts';
import type { Finding, Span } from '../../finding.ts';
import { words as catalogue } from '../words/made/all.ts';
import type { Words } from '../words/made/words.ts';

/**
 * Every fault a pack can have; its sentence is in the catalogue, among the errors or the warnings. A code, once published, keeps its
 * meaning.
 */
export type FindingCode = ErrorCode | keyof Words['warning'];
type ErrorCode = keyof Words['error'];

const isError = (code: FindingCode): code is ErrorCode => Object.hasOwn(catalogue.en.error, code);

/** Every code, for the guide and the tests. */
export const findingCodes: readonly FindingCode[] = [
  ...Object.keys(catalogue.en.error),
  ...Object.keys(catalogue.en.warning),
] as FindingCode[];

/** What a sentence is filled with, by name. */
export type FindingValues = Readonly<Record<string, string | Localized>>;

/** What a hostile pack wrote is repeated only so far. */
const shortened = (value: string): string => (value.length > 120 ? `${value.slice(0, 117)}…` : value);

function shortenedIn(value: string | Localized): string | Localized {
  if (typeof value === 'string') return shortened(value);
  return Object.fromEntries(
    Object.entries(value).map(([language, text]) => [language, shortened(text)]),
  ) as unknown as Localized;
}

/** The finding of that code at that place, its sentence filled in. */
export function findingOf(
  code: FindingCode,
  span: Span,
  details: { readonly values?: FindingValues; readonly didYouMean?: string | undefined } = {},
): Finding {
  const { values = {}, didYouMean } = details;
  const filling = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shortenedIn(value)]));
  const words = inEveryLanguageWith(catalogue, (w) => (isError(code) ? w.error[code] : w.warning[code]), filling);
  const severity = isError(code) ? 'error' : 'warning';
  return { code, severity, words, span, ...(didYouMean === undefined ? {} : { didYouMean }) };
}
