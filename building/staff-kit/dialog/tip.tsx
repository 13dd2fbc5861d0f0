import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

interface Props {
  readonly tip: ReactNode;
  readonly children: string;
}

/** A word that explains itself when it is pointed at or has the focus. Nothing that must be read stands only here. */
export function Tip({ tip, children }: Props): ReactElement {
  return (
    <TooltipTrigger delay={300}>
      <Focusable>
        <button type="button" className="tipped">
          {children}
        </button>
      </Focusable>
      <Tooltip className="tooltip" offset={6}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  );
}
