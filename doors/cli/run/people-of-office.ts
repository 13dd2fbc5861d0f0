import { inEveryLanguage } from '../../../values/language.ts';
import { buildingRegister } from '../../../office/families/who/purposes.ts';
import { purposeOf } from '../../../office/hall/who/purpose.ts';
import { stringify } from 'csv-stringify/sync';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openKysely, openPool } from '../../../building/database/pool.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { OperatorFault } from '../../../building/operator-fault.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { everyoneColumns, readEveryone } from '../../../office/families/find/everyone.ts';
import { settingsOf, type SystemActing } from '../../../office/hall/who/acting.ts';
import type { Source } from '../../../registers/build/build.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import { words } from './words/made/all.ts';

/**
 * The office's own register of families at DATABASE_URL, as a source of a register in columns: an operator's act, written into the audit.
 */
export function peopleOfOffice(
  { databaseUrl, county }: { readonly databaseUrl: string | undefined; readonly county: County },
  asOf: Day,
): Source {
  const acting: SystemActing = { kind: 'system', county, purpose: purposeOf(buildingRegister) };
  return {
    name: `postgres ${county}`,
    file: async (work) => {
      if (databaseUrl === undefined) throw noDatabase();
      const file = join(work, 'people-of-office.csv');
      const handle = openSync(file, 'wx', 0o600);
      const database = openKysely<Tables>(openPool({ connectionString: databaseUrl, max: 1 }));
      try {
        writeSync(handle, stringify([[...everyoneColumns]]));
        await inTransaction(database, settingsOf(acting), (trx) =>
          readEveryone(trx, acting, { asOf, at: new Date() }, (rows) => {
            writeSync(handle, stringify([...rows], { columns: [...everyoneColumns] }));
          }),
        );
      } catch (error) {
        throw error instanceof OperatorFault ? error : notReadable(error);
      } finally {
        closeSync(handle);
        await database.destroy();
      }
      return file;
    },
  };
}

function noDatabase(): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.noDatabase));
}

function notReadable(cause: unknown): OperatorFault {
  const why = cause instanceof Error ? cause.message || ((cause as NodeJS.ErrnoException).code ?? '') : String(cause);
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.peopleUnreadable({ why })),
    { cause },
  );
}
