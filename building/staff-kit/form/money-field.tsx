import type { ReactElement } from 'react';
import { readYuan, yuanText } from '../../../values/fen.ts';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { FieldWords } from './field-parts.tsx';
import { TextField } from './text-field.tsx';

interface Props extends FieldWords {
  /** As typed, in yuan: `3600`, `3,600.00`, full-width digits too. */
  readonly value: string;
  readonly change: (text: string) => void;
  readonly disabled?: boolean;
}

/** An amount in yuan. Leaving the field writes it as it will be read: `3,600.00`. */
export function MoneyField({ value, change, ...rest }: Props): ReactElement {
  const words = useWords(load).page;
  const settle = (): void => {
    const read = readYuan(value);
    if (read.kind === 'amount') change(yuanText(read.fen));
  };
  return (
    <TextField
      {...rest}
      value={value}
      change={change}
      onBlur={settle}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      unit={words.yuan}
    />
  );
}

/** What is wrong with an amount as typed, in words; undefined when it is one. */
export function useAmountFault(): (text: string) => string | undefined {
  const words = useWords(load).amount;
  return (text) => {
    const read = readYuan(text);
    return read.kind === 'amount' ? undefined : words[read.why];
  };
}
