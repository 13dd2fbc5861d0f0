import { inEveryLanguage, type Language, type Localized } from '../../../values/language.ts';
import type { FieldPurpose, Ground, Grounds } from './grounds.ts';

/** One field: what it is, why it is held, and the law. */
interface Field {
  readonly words: Localized;
  readonly purpose: FieldPurpose;
  readonly basis: Ground;
}

/** A table that holds people. */
export interface TableOfPeople {
  readonly words: Localized;
  /** Whose data: a family's own page shows what is held of families. */
  readonly of: 'family' | 'staff';
  /** How long its rows are kept. */
  readonly kept: Ground;
  readonly fields: Readonly<Record<string, Field>>;
}

/** The tables of a desk: those that hold people, and what the others hold instead. */
export interface TablesHeld {
  readonly ofPeople: Readonly<Record<string, TableOfPeople>>;
  readonly ofNobody?: Readonly<Record<string, string>>;
}

/** The words of tables in a desk's catalogue: of each table, and of each of its columns. */
interface TablesSaid {
  readonly [table: string]: { readonly table: string; readonly fields: Readonly<Record<string, string>> };
}

/** What the catalogue does not say of a table; each column that it words says why it is held and on what law. */
type TablesWhy<Tables extends TablesSaid, P, B, R> = {
  readonly [Table in keyof Tables]: Pick<TableOfPeople, 'of'> & {
    readonly kept: R;
    readonly fields: { readonly [Column in keyof Tables[Table]['fields']]: readonly [P, B] };
  };
};

/**
 * A desk's tables of people in words, held on its grounds and on those of the hall and the desks before it. A table or a column that its
 * catalogue lacks does not compile, nor one that it has too many, nor a purpose, law or retention that is not among the grounds.
 */
export function tablesInWords<
  Words,
  const Tables extends TablesSaid,
  P extends string,
  B extends string,
  R extends string,
>(
  words: Readonly<Record<Language, Words>>,
  say: (words: Words) => Tables,
  grounds: readonly Grounds<P, B, R>[],
  why: TablesWhy<Tables, NoInfer<P>, NoInfer<B>, NoInfer<R>>,
): TablesHeld['ofPeople'] {
  const purposeOf = byKey(grounds.flatMap(({ purposes }) => purposes));
  const basisOf = byKey(grounds.flatMap(({ bases }) => bases));
  const retentionOf = byKey(grounds.flatMap(({ retentions }) => retentions));
  const columnsOf = (table: string, fields: Readonly<Record<string, readonly [P, B]>>) =>
    Object.entries(fields).map(([column, [purpose, basis]]): [string, Field] => [
      column,
      {
        words: inEveryLanguage(words, (w) => say(w)[table]?.fields[column] ?? column),
        purpose: purposeOf(purpose),
        basis: basisOf(basis),
      },
    ]);
  return Object.fromEntries(
    Object.entries<TablesWhy<TablesSaid, P, B, R>[string]>(why).map(([table, { of, kept, fields }]) => [
      table,
      {
        words: inEveryLanguage(words, (w) => say(w)[table]?.table ?? table),
        of,
        kept: retentionOf(kept),
        fields: Object.fromEntries(columnsOf(table, fields)),
      },
    ]),
  );
}

function byKey<G extends Ground>(grounds: readonly G[]): (key: string) => G {
  const found = new Map(grounds.map((ground) => [ground.key, ground]));
  return (key) => {
    const ground = found.get(key);
    if (ground === undefined) throw new Error(`${key} is not among the grounds that the tables are given`);
    return ground;
  };
}
