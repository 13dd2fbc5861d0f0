import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly close: () => void;
  /** What the button says: the act itself, not 'OK'. */
  readonly act: string;
  readonly go: () => void;
  readonly busy?: boolean;
  readonly grave?: boolean;
  readonly children: ReactNode;
}

/** Asks once more before something that can't be taken back. */
export function Confirm({ title, open, close, act, go, busy = false, grave = false, children }: Props): ReactElement {
  const words = useWords(load).dialog;
  return (
    <Dialog title={title} open={open} close={close} grave>
      {children}
      <div className="acts">
        <Button look={grave ? 'grave' : 'solid'} press={go} busy={busy}>
          {act}
        </Button>
        <Button press={close}>{words.back}</Button>
      </div>
    </Dialog>
  );
}
