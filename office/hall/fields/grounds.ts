import { inEveryLanguage, type Language, type Localized } from '../../../values/language.ts';

/** A law that fields rest on (see docs/decisions/0005), or how long rows are kept and what ends them. */
export interface Ground<Key extends string = string> {
  readonly key: Key;
  readonly words: Localized;
}

/** Why fields are held. */
export interface FieldPurpose<Key extends string = string> extends Ground<Key> {
  /** It concerns the keeping of rows and not a person's life: a family's page leaves it out. */
  readonly ofRows: boolean;
}

/** Why, on what law and how long a desk holds fields: it names its own, those of the hall and those of the desks before it. */
export interface Grounds<P extends string = string, B extends string = string, R extends string = string> {
  readonly purposes: readonly FieldPurpose<P>[];
  readonly bases: readonly Ground<B>[];
  readonly retentions: readonly Ground<R>[];
}

/** What a desk's catalogue says of them. */
interface GroundsSaid<P extends string, B extends string, R extends string> {
  readonly purposes?: Readonly<Record<P, string>>;
  readonly bases?: Readonly<Record<B, string>>;
  readonly retentions?: Readonly<Record<R, string>>;
}

/**
 * The grounds that a desk introduces, in the words of its catalogue; `ofRows` says which of its purposes only concern the keeping of rows.
 */
export function groundsInWords<Words, P extends string = never, B extends string = never, R extends string = never>(
  words: Readonly<Record<Language, Words>>,
  say: (words: Words) => GroundsSaid<P, B, R>,
  ofRows: (purpose: P) => boolean = () => false,
): Grounds<P, B, R> {
  const each = <Key extends string>(one: (said: GroundsSaid<P, B, R>) => Readonly<Record<Key, string>> | undefined) =>
    (Object.keys(one(say(words['zh-CN'])) ?? {}) as Key[]).map((key): Ground<Key> => ({
      key,
      words: inEveryLanguage(words, (w) => one(say(w))?.[key] ?? key),
    }));
  return {
    purposes: each((said) => said.purposes).map((purpose) => ({ ...purpose, ofRows: ofRows(purpose.key) })),
    bases: each((said) => said.bases),
    retentions: each((said) => said.retentions),
  };
}
