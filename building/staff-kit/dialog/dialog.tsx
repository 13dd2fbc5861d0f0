import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { focusHomeIfLost } from './focus-home.ts';

interface Props {
  readonly title: ReactNode;
  readonly open: boolean;
  /** Undefined when it can't be closed before it is answered. */
  readonly close?: (() => void) | undefined;
  readonly wide?: boolean;
  /** Something is lost if it is answered wrongly. */
  readonly grave?: boolean;
  readonly children: ReactNode;
}

/** Stands over the page until it is answered; Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, open, close, wide = false, grave = false, children }: Props): ReactElement {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) focusHomeIfLost();
    wasOpen.current = open;
  }, [open]);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable={false}
      isKeyboardDismissDisabled={close === undefined}
      onOpenChange={(next) => {
        if (!next) close?.();
      }}
    >
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <AriaDialog role={grave ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
