import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '../button/button.tsx';

interface Props {
  /** What the button says. */
  readonly button: ReactNode;
  readonly title: string;
  /** Where the button stands in its row, so that the panel unfolds into the page. */
  readonly from?: 'start' | 'end';
  readonly open?: boolean;
  readonly openChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A panel that unfolds from its button: the focus goes in, Escape gives it back. */
export function Panel({ button, title, from = 'end', open, openChange, children }: Props): ReactElement {
  return (
    <DialogTrigger
      {...(open === undefined ? {} : { isOpen: open })}
      {...(openChange === undefined ? {} : { onOpenChange: openChange })}
    >
      <Button small>{button}</Button>
      <Popover className="popover panel" placement={`bottom ${from}`} offset={4}>
        <AriaDialog>
          <Heading slot="title" level={3}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
