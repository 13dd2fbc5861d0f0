import type { ReactElement } from 'react';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { FieldParts, type FieldWords, fieldClass } from '../form/field-parts.tsx';
import type { Option } from './option.ts';

interface Props extends FieldWords {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly change: (values: readonly string[]) => void;
}

/** Several out of a few, all in sight. */
export function Checkboxes({ label, hint, error, className, options, values, change }: Props): ReactElement {
  return (
    <CheckboxGroup
      className={fieldClass(className)}
      value={[...values]}
      onChange={change}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts label={label} hint={hint} error={error}>
        <div className="ticks">
          {options.map((option) => (
            <AriaCheckbox key={option.id} value={option.id} className="tick">
              <span className="tick-box" aria-hidden="true" />
              {option.text}
            </AriaCheckbox>
          ))}
        </div>
      </FieldParts>
    </CheckboxGroup>
  );
}
