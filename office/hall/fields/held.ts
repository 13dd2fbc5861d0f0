import type { Localized } from '../../../values/language.ts';
import type { Introduced } from '../introductions.ts';

// The register of fields: every column that holds something of a person, with why it is held and on what law. A column that isn't here
// fails the tests, and so does an entry without a column, a purpose or a basis.

/** One field in words. */
export interface FieldHeld {
  /** The table's name in the database. */
  readonly table: string;
  readonly column: string;
  readonly tableWords: Localized;
  readonly words: Localized;
  readonly purpose: Localized;
  readonly basis: Localized;
  readonly kept: Localized;
}

type TablesOfPeople = Pick<Introduced, 'tablesOfPeople'>;

/** Every field of the register in words. */
export function allFields({ tablesOfPeople }: TablesOfPeople): readonly FieldHeld[] {
  return Object.entries(tablesOfPeople).flatMap(([table, { words: tableWords, fields, kept }]) =>
    Object.entries(fields).map(([column, { words, purpose, basis }]) => ({
      table,
      column,
      tableWords,
      words,
      purpose: purpose.words,
      basis: basis.words,
      kept: kept.words,
    })),
  );
}

/** What the office may hold of a family, for the family's own page: by table, without the keys that only hold rows together. */
export function fieldsHeld({ tablesOfPeople }: TablesOfPeople): readonly {
  readonly table: string;
  readonly words: Localized;
  readonly purpose: Localized;
  readonly basis: Localized;
}[] {
  return Object.entries(tablesOfPeople)
    .filter(([, table]) => table.of === 'family')
    .flatMap(([, { words: table, fields }]) =>
      Object.values(fields)
        .filter(({ purpose }) => !purpose.ofRows)
        .map(({ words, purpose, basis }) => ({
          table: table['zh-CN'],
          words,
          purpose: purpose.words,
          basis: basis.words,
        })),
    );
}

/** How long each kind of row of a family's is kept. */
export function keptOf({
  tablesOfPeople,
}: TablesOfPeople): readonly { readonly table: Localized; readonly kept: Localized }[] {
  return Object.values(tablesOfPeople)
    .filter(({ of }) => of === 'family')
    .map(({ words, kept }) => ({
      table: words,
      kept: kept.words,
    }));
}
