import type { ReactElement, ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';

interface Props {
  readonly ticked: boolean;
  readonly change?: (ticked: boolean) => void;
  /** Some of what it stands for is ticked, not all. */
  readonly some?: boolean;
  readonly disabled?: boolean;
  /** For a box without words beside it. */
  readonly 'aria-label'?: string;
  /** Given by a tree to its rows. */
  readonly slot?: 'selection';
  readonly children?: ReactNode;
}

/** A box to tick, with its words. */
export function Checkbox({ ticked, change, some = false, disabled = false, children, ...rest }: Props): ReactElement {
  return (
    <AriaCheckbox
      {...rest}
      className="tick"
      isSelected={ticked}
      isIndeterminate={some}
      isDisabled={disabled}
      {...(change === undefined ? {} : { onChange: change })}
    >
      <span className="tick-box" aria-hidden="true" />
      {children}
    </AriaCheckbox>
  );
}
