import type { ReactElement } from 'react';

type Key = string | number;

interface Props {
  readonly 'aria-label': string;
  readonly value: Key;
  readonly onChange: (key: Key | null) => void;
  readonly items: readonly { readonly id: number; readonly formatted: string }[];
}

/** Year or month of a calendar: the browser's own list, which needs no second popover over the first. */
export function StepSelect({ value, onChange, items, ...rest }: Props): ReactElement {
  return (
    <select {...rest} className="step-select" value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {items.map((item) => (
        <option key={item.id} value={item.id}>
          {item.formatted}
        </option>
      ))}
    </select>
  );
}
