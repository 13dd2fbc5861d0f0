import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { FieldParts, type FieldWords, fieldClass } from '../form/field-parts.tsx';
import type { Option } from './option.ts';

interface Props extends FieldWords {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly change: (value: string) => void;
  readonly name?: string;
  readonly disabled?: boolean;
}

/** One out of a few, all in sight. */
export function Radios({
  label,
  hint,
  error,
  className,
  options,
  value,
  change,
  name,
  disabled = false,
}: Props): ReactElement {
  return (
    <RadioGroup
      className={fieldClass(className)}
      value={value ?? null}
      onChange={change}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
    >
      <FieldParts label={label} hint={hint} error={error}>
        <div className="ticks">
          {options.map((option) => (
            <Radio key={option.id} value={option.id} className="tick round">
              <span className="tick-box" aria-hidden="true" />
              <span>
                {option.text}
                {option.under !== undefined && <span className="soft"> {option.under}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldParts>
    </RadioGroup>
  );
}
