import { inEveryLanguage, type Language, type Localized } from '../../../values/language.ts';
import { words as hallWords } from '../words/made/all.ts';
import type { Words as HallWords } from '../words/made/words.ts';

type Said = HallWords['fields'];

/** Why a field is held. */
export type FieldPurpose = keyof Said['purposes'];
export const purposes = eachSaid<FieldPurpose>((w) => w.fields.purposes);

/** The law a field rests on (facts and articles as published; see docs/decisions/0005). */
export type Basis = keyof Said['bases'];
export const bases = eachSaid<Basis>((w) => w.fields.bases);

/** How long a row is kept, and what ends it. */
export type Retention = keyof Said['retentions'];
export const retentions = eachSaid<Retention>((w) => w.fields.retentions);

/** One field: what it is, why it is held, and the law. */
interface Field {
  readonly words: Localized;
  readonly purpose: FieldPurpose;
  readonly basis: Basis;
}

/** A table that holds people. */
export interface TableOfPeople {
  readonly words: Localized;
  /** Whose data: a family's own page shows what is held of families. */
  readonly of: 'family' | 'staff';
  /** How long its rows are kept. */
  readonly kept: Retention;
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
type TablesWhy<Tables extends TablesSaid> = {
  readonly [Table in keyof Tables]: Pick<TableOfPeople, 'of' | 'kept'> & {
    readonly fields: { readonly [Column in keyof Tables[Table]['fields']]: readonly [FieldPurpose, Basis] };
  };
};

/** A desk's tables of people in words: a table or a column that its catalogue lacks does not compile, nor one that it has too many. */
export function tablesInWords<Words, const Tables extends TablesSaid>(
  words: Readonly<Record<Language, Words>>,
  say: (words: Words) => Tables,
  why: TablesWhy<Tables>,
): TablesHeld['ofPeople'] {
  const columnsOf = (table: string, fields: Readonly<Record<string, readonly [FieldPurpose, Basis]>>) =>
    Object.entries(fields).map(([column, [purpose, basis]]): [string, Field] => [
      column,
      { words: inEveryLanguage(words, (w) => say(w)[table]?.fields[column] ?? column), purpose, basis },
    ]);
  return Object.fromEntries(
    Object.entries<TablesWhy<TablesSaid>[string]>(why).map(([table, { of, kept, fields }]) => [
      table,
      {
        words: inEveryLanguage(words, (w) => say(w)[table]?.table ?? table),
        of,
        kept,
        fields: Object.fromEntries(columnsOf(table, fields)),
      },
    ]),
  );
}

function eachSaid<Key extends string>(say: (words: HallWords) => Readonly<Record<Key, string>>) {
  const keys = Object.keys(say(hallWords['zh-CN'])) as Key[];
  const said = keys.map((key) => [key, inEveryLanguage(hallWords, (w) => say(w)[key])]);
  return Object.fromEntries(said) as Readonly<Record<Key, Localized>>;
}
