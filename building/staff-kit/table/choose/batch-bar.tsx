import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../button/button.tsx';
import { focusHomeIfLost } from '../../dialog/focus-home.ts';
import { useWords } from '../../language.ts';
import { load } from '../../words/made/load.ts';
import type { Choosing, Chosen } from './selection.ts';

interface Props<Row> {
  readonly chosen: Chosen<Row>;
  readonly choosing: Choosing<Row>;
  /** Takes the chosen rows along, where rows may leave the screen. */
  readonly take: ((rows: readonly Row[]) => ReactNode) | undefined;
}

/** Stays at the foot of the screen while rows are chosen; when it goes, the focus goes to the count of the list. */
export function BatchBar<Row>({ chosen, choosing, take }: Props<Row>): ReactElement | null {
  const words = useWords(load).list;
  const count = chosen.rows.length;
  const before = useRef(count);
  useEffect(() => {
    if (before.current > 0 && count === 0) focusHomeIfLost();
    before.current = count;
  }, [count]);
  if (count === 0) return null;
  return (
    <section className="batch" aria-label={words.batch}>
      <b>{words.chosen({ count })}</b>
      {choosing.acts?.(chosen.rows, chosen.clear)}
      {take?.(chosen.rows)}
      <Button press={chosen.clear}>{words.chooseNone}</Button>
      {choosing.said !== undefined && <span className="soft">{choosing.said(chosen.rows)}</span>}
    </section>
  );
}
