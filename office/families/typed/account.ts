import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { CheckedAccount } from '../case.ts';
import { accountWarnings, type Fault, ownerFaults } from '../decide.ts';
import { readName } from './name.ts';
import { words } from '../words/made/all.ts';
import { faultsIn, type Read, read, unreadable } from './reading.ts';

/** An account as typed. */
export interface TypedAccount {
  readonly bank: string;
  readonly holderName: string;
  readonly number: string;
}

/** Reads and checks an account: every fault at once. */
export function checkAccount(
  typed: TypedAccount,
  ownerName: string,
):
  | { readonly kind: 'account'; readonly account: CheckedAccount; readonly warnings: readonly Localized[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  const bank = readBank(typed.bank);
  const holder = readName(typed.holderName, 'holderName');
  const number = readAccountNumber(typed.number);
  const faults = [...faultsIn([bank, holder, number])];
  if (holder.kind === 'read') faults.push(...ownerFaults(holder.value, ownerName));
  if (faults.length > 0 || bank.kind === 'fault' || holder.kind === 'fault' || number.kind === 'fault')
    return { kind: 'faults', faults };
  const account = { bank: bank.value, holderName: holder.value, number: number.value };
  return { kind: 'account', account, warnings: accountWarnings(account) };
}

function readBank(typed: string): Read<string> {
  const bank = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (bank === '')
    return unreadable(
      'bank',
      'bank-empty',
      inEveryLanguage(words, (w) => w.typed.bankEmpty),
    );
  if ([...bank].length > 60 || /[\p{C}<>"]/u.test(bank))
    return unreadable(
      'bank',
      'bank-strange',
      inEveryLanguage(words, (w) => w.typed.bankStrange),
    );
  return read(bank);
}

function readAccountNumber(typed: string): Read<string> {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (digits === '')
    return unreadable(
      'number',
      'number-empty',
      inEveryLanguage(words, (w) => w.typed.numberEmpty),
    );
  if (!/^\d+$/.test(digits))
    return unreadable(
      'number',
      'number-characters',
      inEveryLanguage(words, (w) => w.typed.numberCharacters),
    );
  return digits.length < 8 || digits.length > 32
    ? unreadable(
        'number',
        'number-length',
        inEveryLanguage(words, (w) => w.typed.numberLength({ now: digits.length })),
      )
    : read(digits);
}
