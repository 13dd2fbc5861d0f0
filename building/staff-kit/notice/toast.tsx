import type { ReactElement } from 'react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 });

/** Says that something was done, at the edge of the screen. What must be acted upon stands in the page instead. */
export function tell(sentence: string): void {
  queue.add(sentence, { timeout: 6_000 });
}

/** Where {@link tell} speaks: once in the frame. F6 leads there. */
export function Toasts(): ReactElement {
  const words = useWords(load).notice;
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={words.told}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <AriaButton slot="close" className="toast-close" aria-label={words.close}>
            ×
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
