import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { AccountInput } from '../../contract/register.ts';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

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
  const words = useWords(zh, en).person;
  return (
    <div className="fields">
      <Field label={words.bank}>
        {(control) => (
          <Input
            {...control}
            value={entry.bank}
            maxLength={100}
            onChange={(event) => change({ bank: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.holder}>
        {(control) => (
          <Input
            {...control}
            value={entry.holderName}
            maxLength={60}
            onChange={(event) => change({ holderName: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.number}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            value={entry.number}
            onChange={(event) => change({ number: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
