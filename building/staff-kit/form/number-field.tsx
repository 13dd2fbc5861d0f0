import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldParts, type FieldWords, fieldClass } from './field-parts.tsx';

interface Props extends FieldWords {
  readonly value: number | undefined;
  readonly change: (value: number | undefined) => void;
  readonly least?: number;
  readonly most?: number;
  readonly disabled?: boolean;
}

/** A whole number, typed or stepped by the arrow keys; full-width digits are read too. */
export function NumberField({
  label,
  hint,
  error,
  className,
  value,
  change,
  least,
  most,
  disabled = false,
}: Props): ReactElement {
  return (
    <AriaNumberField
      className={fieldClass(className)}
      value={value ?? Number.NaN}
      onChange={(next) => change(Number.isNaN(next) ? undefined : next)}
      formatOptions={{ maximumFractionDigits: 0 }}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(least === undefined ? {} : { minValue: least })}
      {...(most === undefined ? {} : { maxValue: most })}
    >
      <FieldParts label={label} hint={hint} error={error}>
        <Group className="with-steps">
          <Input className="input" />
          <AriaButton slot="decrement" className="step">
            −
          </AriaButton>
          <AriaButton slot="increment" className="step">
            +
          </AriaButton>
        </Group>
      </FieldParts>
    </AriaNumberField>
  );
}
