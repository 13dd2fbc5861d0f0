import type { ReactElement, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';

/** What every control says about itself. */
export interface FieldWords {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; undefined when nothing is. */
  readonly error?: string | undefined;
  readonly className?: string;
}

/** Label, hint, the control and what is wrong with it, one below the other and tied together for those who listen. */
export function FieldParts({
  label,
  hint,
  error,
  children,
}: FieldWords & { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <Label className="label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {children}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </>
  );
}

/** The classes of a field. */
export function fieldClass(className: string | undefined): string {
  return className === undefined ? 'field' : `field ${className}`;
}
