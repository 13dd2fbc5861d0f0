import { type Compilable, type CompiledQuery, sql } from 'kysely';
import { constraintOf } from './constraint.ts';
import { LostRace, type Transaction } from './transaction.ts';

// A store says of every update, removal and conditional insert how many rows it must meet: `outcomes.test.ts` refuses one that says
// nothing.

/** A statement that nobody has sent yet. */
type Change = Compilable | CompiledQuery;

/** Sends a change that must meet one row: the one that was read before. @throws LostRace when it met none. */
export function changeOne<Tables>(trx: Transaction<Tables>, change: Change): Promise<void> {
  return changeExactly(trx, 1, change);
}

/** As {@link changeOne}, for a change of so many rows. */
export async function changeExactly<Tables>(trx: Transaction<Tables>, rows: number, change: Change): Promise<void> {
  const { numAffectedRows = 0n } = await trx.executeQuery(change);
  if (numAffectedRows !== BigInt(rows)) throw new LostRace(`A change of ${rows} rows met ${numAffectedRows}`);
}

/** Sends a change for which any number of rows is right, none too: what is over is removed, what is there already stays. */
export async function changeAny<Tables>(trx: Transaction<Tables>, change: Change): Promise<void> {
  await trx.executeQuery(change);
}

/**
 * Writes what a constraint may refuse, under a savepoint: a refusal by one of these undoes all of it and is an outcome, and the
 * transaction goes on.
 */
export async function unlessRefused<Tables, Value, Refusal>(
  trx: Transaction<Tables>,
  refusals: ReadonlyMap<string, Refusal>,
  write: () => Promise<Value>,
): Promise<{ readonly kind: 'written'; readonly value: Value } | { readonly kind: 'refused'; readonly by: Refusal }> {
  await sql`savepoint change`.execute(trx);
  try {
    const value = await write();
    await sql`release savepoint change`.execute(trx);
    return { kind: 'written', value };
  } catch (error) {
    const by = refusals.get(constraintOf(error) ?? '');
    if (by === undefined) throw error;
    await sql`rollback to savepoint change`.execute(trx);
    return { kind: 'refused', by };
  }
}

/** As {@link unlessRefused}, for one change. Undefined when it was made. */
export async function refusalOf<Tables, Refusal>(
  trx: Transaction<Tables>,
  change: Change,
  refusals: ReadonlyMap<string, Refusal>,
): Promise<Refusal | undefined> {
  const outcome = await unlessRefused(trx, refusals, () => trx.executeQuery(change));
  return outcome.kind === 'refused' ? outcome.by : undefined;
}
