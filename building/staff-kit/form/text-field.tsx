import type { KeyboardEvent, ReactElement, ReactNode, Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import { FieldParts, type FieldWords, fieldClass } from './field-parts.tsx';

type Passed = Pick<
  TextFieldProps,
  | 'name'
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'autoFocus'
  | 'spellCheck'
  | 'isRequired'
  | 'onFocus'
  | 'onBlur'
>;

interface Props extends FieldWords, Passed {
  readonly value: string;
  readonly change: (text: string) => void;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly autoCapitalize?: 'none';
  readonly placeholder?: string;
  /** More than one makes it a text of several lines. */
  readonly lines?: number;
  /** Stands after what is typed, within the edge: a unit. */
  readonly unit?: ReactNode;
  readonly keyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly input?: Ref<HTMLInputElement>;
  readonly area?: Ref<HTMLTextAreaElement>;
}

/** Text as a person types it. */
export function TextField(props: Props): ReactElement {
  const { label, hint, error, className, value, change, disabled = false, readOnly = false, ...more } = props;
  const { autoCapitalize, placeholder, lines = 1, unit, keyDown, input, area, ...passed } = more;
  const control = {
    ...(autoCapitalize === undefined ? {} : { autoCapitalize }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(keyDown === undefined ? {} : { onKeyDown: keyDown }),
  };
  const line = <Input {...control} {...(input === undefined ? {} : { ref: input })} className="input" />;
  return (
    <AriaTextField
      {...passed}
      className={fieldClass(className)}
      value={value}
      onChange={change}
      isDisabled={disabled}
      isReadOnly={readOnly}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts label={label} hint={hint} error={error}>
        {lines > 1 ? (
          <TextArea {...control} {...(area === undefined ? {} : { ref: area })} className="input" rows={lines} />
        ) : unit === undefined ? (
          line
        ) : (
          <Group className="with-unit">
            {line}
            <span className="unit">{unit}</span>
          </Group>
        )}
      </FieldParts>
    </AriaTextField>
  );
}
