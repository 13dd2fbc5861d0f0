import type { ReactElement } from 'react';
import type { AccountInput } from '../../contract/register.ts';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { load } from './words/made/load.ts';

export const noAccount: AccountInput = { bank: '', holderName: '', number: '' };

export function isWhole({ bank, holderName, number }: AccountInput): boolean {
  return [bank, holderName, number].every((text) => text.trim() !== '');
}

interface Props {
  readonly entry: AccountInput;
  readonly change: (part: Partial<AccountInput>) => void;
}

/** Where money is to go. */
export function AccountFields({ entry, change }: Props): ReactElement {
  const words = useWords(load).person;
  return (
    <div className="fields">
      <TextField label={words.bank} value={entry.bank} maxLength={100} change={(text) => change({ bank: text })} />
      <TextField
        label={words.holder}
        value={entry.holderName}
        maxLength={60}
        change={(text) => change({ holderName: text })}
      />
      <TextField
        label={words.number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={entry.number}
        change={(text) => change({ number: text })}
      />
    </div>
  );
}
