import type { ReactElement } from 'react';
import { Button } from '../button/button.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import { pageSize } from './source.ts';

interface Props {
  readonly page: number;
  readonly total: number;
  readonly turn: (page: number) => void;
  readonly busy: boolean;
}

/** Turns the pages of a list that is longer than one; nothing when it isn't. */
export function Pager({ page, total, turn, busy }: Props): ReactElement | null {
  const words = useWords(load).list;
  if (total <= pageSize) return null;
  const from = page * pageSize + 1;
  const until = Math.min(total, from + pageSize - 1);
  return (
    <nav className="pager" aria-label={words.pages}>
      <span>{words.range({ from, until, total })}</span>
      <Button small disabled={page === 0} busy={busy} press={() => turn(page - 1)}>
        ‹ {words.before}
      </Button>
      <Button small disabled={until === total} busy={busy} press={() => turn(page + 1)}>
        {words.next} ›
      </Button>
    </nav>
  );
}
