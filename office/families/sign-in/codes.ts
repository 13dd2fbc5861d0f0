import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { House } from '../../hall/house.ts';
import { removeCode, saveCode, tryCode } from './code-store.ts';

const mostTries = 5;

/** Keeps the code that is on its way to a phone; an earlier one no longer works. */
export async function keepCode(
  trx: Transaction<Tables>,
  county: County,
  code: { readonly phoneBlind: string; readonly codeHash: string; readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  await saveCode(trx, county, code.phoneBlind, code.codeHash, code.now, code.expiresAt);
}

/** Uses up one of five tries, then compares; a code that was right works once. */
export async function checkCode(
  trx: Transaction<Tables>,
  house: House,
  county: County,
  phoneBlind: string,
  fits: (codeHash: string) => boolean,
): Promise<
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  | { readonly kind: 'code-over' }
> {
  const kept = await tryCode(trx, county, phoneBlind, house.clock.now());
  if (kept === undefined || kept.tries > mostTries) return { kind: 'code-over' };
  if (!fits(kept.codeHash)) return { kind: 'wrong-code', triesLeft: mostTries - kept.tries };
  await removeCode(trx, county, phoneBlind);
  return { kind: 'right' };
}
