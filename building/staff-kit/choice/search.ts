import { useEffect, useRef, useState } from 'react';
import type { Option } from './option.ts';

export type Search = (text: string, signal: AbortSignal) => Promise<readonly Option[]>;

interface Searched {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Told when the input method begins and ends to compose: the letters in between are nobody's search. */
  readonly compose: (composing: boolean) => void;
  readonly found: readonly Option[];
  /** Untold: nothing to search for yet. */
  readonly state: 'untold' | 'asking' | 'failed' | 'told';
}

const nothing: readonly Option[] = [];
const pauseMs = 200;

/** What the server finds for a text: asked once typing pauses and no input method composes; only the newest question is answered. */
export function useSearch(search: Search, begun: string): Searched {
  const [text, type] = useState(begun);
  const [composing, compose] = useState(false);
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: readonly Option[] | 'failed' }>();
  const ask = useRef(search);
  useEffect(() => {
    ask.current = search;
  });
  const wanted = text.trim();
  useEffect(() => {
    if (composing || wanted === '') return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      ask.current(wanted, control.signal).then(
        (found) => !control.signal.aborted && setAnswer({ text: wanted, found }),
        () => !control.signal.aborted && setAnswer({ text: wanted, found: 'failed' }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted, composing]);
  const found = wanted === '' ? undefined : answer?.found;
  return {
    text,
    type,
    compose,
    found: found === undefined || found === 'failed' ? nothing : found,
    state:
      composing || wanted === ''
        ? 'untold'
        : answer?.text !== wanted
          ? 'asking'
          : found === 'failed'
            ? 'failed'
            : 'told',
  };
}
