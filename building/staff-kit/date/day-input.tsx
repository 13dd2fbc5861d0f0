import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { FieldControl } from '../form/field.tsx';
import { isTypedWhole, readTypedDay } from './typed-day.ts';

interface Props {
  readonly control: FieldControl;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly disabled?: boolean;
}

/**
 * A day, typed: eight digits are enough, the keyboard never leaves the field. (The calendar of Ant Design can't be used by keyboard alone, and the
 * browser's own writes days in the order of the machine's language.)
 */
export function DayInput({ control, value, change, disabled = false }: Props): ReactElement {
  const settle = (): void => {
    const day = readTypedDay(value);
    if (day !== undefined && day !== value) change(day);
  };
  return (
    <Input
      {...control}
      inputMode="numeric"
      autoComplete="off"
      placeholder="2026-01-31"
      maxLength={16}
      disabled={disabled}
      value={value}
      onChange={(event) => {
        const text = event.target.value;
        change((isTypedWhole(text) ? readTypedDay(text) : undefined) ?? text);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
