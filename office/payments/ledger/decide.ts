import { words } from '../words/made/all.ts';
import { type Fen, fen, minus, noFen, plus } from '../../../values/fen.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { LedgerAccount, LedgerAccountKind, LedgerEntry } from '../case.ts';

/** An account of the chart. */
export interface ChartedAccount {
  readonly code: LedgerAccount;
  readonly name: Localized;
  readonly kind: LedgerAccountKind;
}

/** The chart of accounts: where the money of the county's benefits can be. */
export const chart: readonly ChartedAccount[] = [
  { code: 'deposit', name: inEveryLanguage(words, (w) => w.ledger.chart), kind: 'asset' },
  // On its way from the deposit to families: below zero until the bank has answered.
  { code: 'in-transit', name: inEveryLanguage(words, (w) => w.ledger.chart2), kind: 'asset' },
  { code: 'payable', name: inEveryLanguage(words, (w) => w.ledger.chart3), kind: 'liability' },
  { code: 'expense', name: inEveryLanguage(words, (w) => w.ledger.chart4), kind: 'expense' },
  { code: 'appropriation', name: inEveryLanguage(words, (w) => w.ledger.chart5), kind: 'source' },
];

/** A sum that moves, and by what act. */
export interface Movement {
  readonly what: 'appropriation' | 'grant' | 'release' | 'settlement' | 'return';
  readonly amount: Fen;
}

/** The entries of a movement: one debit, one credit. Throws when the amount is not above zero. */
export function entriesOf({ what, amount }: Movement): readonly [LedgerEntry, LedgerEntry] {
  if (amount <= 0n) throw new Error(`Only money moves in the ledger: ${what} of ${amount} fen`);
  const [debit, credit] = sidesOf(what);
  return [
    { account: debit, side: 'debit', amount },
    { account: credit, side: 'credit', amount },
  ];
}

/** Which account a movement debits and which it credits. */
function sidesOf(what: Movement['what']): readonly [LedgerAccount, LedgerAccount] {
  switch (what) {
    case 'appropriation':
      return ['deposit', 'appropriation'];
    case 'grant':
      return ['expense', 'payable'];
    case 'release':
      return ['payable', 'in-transit'];
    case 'settlement':
      return ['in-transit', 'deposit'];
    // The bank kept what it could not pay: the family is owed it again.
    case 'return':
      return ['in-transit', 'payable'];
    default:
      return unreachable(what);
  }
}

/** What has been debited and credited on an account. */
export interface Turnover {
  readonly account: LedgerAccount;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** The balance on the account's own side: assets and expenses on the debit side, liabilities and sources on the credit side. */
function balanceOf(kind: LedgerAccountKind, { debit, credit }: Turnover): Fen {
  switch (kind) {
    case 'asset':
    case 'expense':
      return minus(debit, credit);
    case 'liability':
    case 'source':
      return minus(credit, debit);
    default:
      return unreachable(kind);
  }
}

/** The balance of every account of the chart, in its order; an account without entries has none. */
export function balancesOf(turnovers: readonly Turnover[]): ReadonlyMap<LedgerAccount, Fen> {
  return new Map(
    chart.map(({ code, kind }) => {
      const found = turnovers.find(({ account }) => account === code);
      return [code, found === undefined ? noFen : balanceOf(kind, found)];
    }),
  );
}

/** What a release can draw on: the deposit, less what is on its way, less batches whose funds are already released. */
export function availableOf(balances: ReadonlyMap<LedgerAccount, Fen>, reserved: Fen): Fen {
  const free = plus(balances.get('deposit') ?? noFen, balances.get('in-transit') ?? noFen);
  return minus(free, reserved);
}

/** A turnover from sums of fen as the database has them. */
export function turnover(account: LedgerAccount, debitFen: bigint, creditFen: bigint): Turnover {
  return { account, debit: fen(debitFen), credit: fen(creditFen) };
}
