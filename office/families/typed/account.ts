import type { Localized } from '../../../values/language.ts';
import type { CheckedAccount } from '../case.ts';
import { accountWarnings, type Fault, ownerFaults } from '../decide.ts';
import { readName } from './name.ts';
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
  if (bank === '') return unreadable('bank', 'bank-empty', '请填写开户银行。', 'Please write the bank.');
  if ([...bank].length > 60 || /[\p{C}<>"]/u.test(bank))
    return unreadable(
      'bank',
      'bank-strange',
      '开户银行请写卡上的名称，60 字以内。',
      'Please write the bank’s name as on the card, at most 60 characters.',
    );
  return read(bank);
}

function readAccountNumber(typed: string): Read<string> {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (digits === '') return unreadable('number', 'number-empty', '请填写账号。', 'Please write the account number.');
  if (!/^\d+$/.test(digits))
    return unreadable(
      'number',
      'number-characters',
      '账号只有数字，请检查。',
      'An account number has digits only. Please check it.',
    );
  return digits.length < 8 || digits.length > 32
    ? unreadable(
        'number',
        'number-length',
        `账号一般是 16 到 19 位，现在是 ${digits.length} 位，请检查。`,
        `An account number mostly has 16 to 19 digits; this one has ${digits.length}. Please check it.`,
      )
    : read(digits);
}
