import type { Localized } from '../../../values/language.ts';
import { caseTables } from './cases.ts';
import { logTables } from './logs.ts';
import { moneyTables } from './money.ts';
import { peopleTables } from './people.ts';
import type { Basis, Purpose, TableOfPeople } from './register.ts';
import { bases, purposes } from './register.ts';
import { staffTables } from './staff.ts';

// The register of fields: every column that holds something of a person, with why it is held and on what law. A column that isn't here fails the tests, and so
// does an entry without a column, a purpose or a basis.

/** All tables that hold people, of whichever desk. */
export const tablesOfPeople: Readonly<Record<string, TableOfPeople>> = {
  ...peopleTables,
  ...caseTables,
  ...moneyTables,
  ...logTables,
  ...staffTables,
};

/** Tables that hold nobody, and what they hold instead. */
export const tablesOfNobody: Readonly<Record<string, string>> = {
  division: 'names of places',
  county: 'which counties are served',
  county_host: 'names of hosts',
  working_year: 'the State Council’s holiday notices',
  working_day_change: 'the State Council’s holiday notices',
  office: 'names of offices',
  receipt_number: 'a counter',
  policy_text: 'the texts of the law as it was applied',
  bank_profile: 'how a bank wants its files',
  ledger_account: 'names of accounts in the ledger',
  ledger_entry: 'sums of money',
  migration: 'which migrations were applied',
};

/** One field in words. */
export interface FieldHeld {
  /** The table's name in the database. */
  readonly table: string;
  readonly column: string;
  readonly tableWords: Localized;
  readonly words: Localized;
  readonly purpose: Localized;
  readonly basis: Localized;
}

/** Every field of the register in words. */
export function allFields(): readonly FieldHeld[] {
  return Object.entries(tablesOfPeople).flatMap(([table, { words: tableWords, fields }]) =>
    Object.entries(fields).map(([column, [zh, en, purpose, basis]]) => ({
      table,
      column,
      tableWords,
      words: { 'zh-CN': zh, en },
      purpose: purposes[purpose],
      basis: bases[basis],
    })),
  );
}

/** Purposes that concern the keeping of rows and not a person's life: a family's page leaves them out. */
const ofTheMachine: ReadonlySet<Purpose> = new Set<Purpose>(['apart', 'order']);

/** What the office may hold of a family, for the family's own page: by table, without the keys that only hold rows together. */
export function fieldsHeld(): readonly { table: string; words: Localized; purpose: Localized; basis: Localized }[] {
  return Object.entries(tablesOfPeople)
    .filter(([, table]) => table.of === 'family')
    .flatMap(([, { words: table, fields }]) =>
      Object.values(fields)
        .filter(([, , purpose]) => !ofTheMachine.has(purpose))
        .map(([zh, en, purpose, basis]: readonly [string, string, Purpose, Basis]) => ({
          table: table['zh-CN'],
          words: { 'zh-CN': zh, en },
          purpose: purposes[purpose],
          basis: bases[basis],
        })),
    );
}
