import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import { recordAudit } from '../../hall/record.ts';
import type { SystemActing } from '../../hall/who/acting.ts';
import { type EveryoneRow, everyoneFields, fetchEveryone } from './everyone-store.ts';

/** What is told of each person, in this order. */
export const everyoneColumns: readonly string[] = everyoneFields;

/** Hands over everybody as of a day. How many people were read, and as of when, is written into the audit in the same transaction. */
export async function readEveryone(
  trx: Transaction<Tables>,
  acting: SystemActing,
  { asOf, at }: { readonly asOf: Day; readonly at: Date },
  take: (rows: readonly EveryoneRow[]) => void,
): Promise<number> {
  const people = await fetchEveryone(trx, acting.county, asOf, take);
  const subject = { subjectKind: 'county', subjectId: acting.county };
  await recordAudit(trx, acting, { at, act: 'register.read', ...subject, detail: { asOf, people } });
  return people;
}
