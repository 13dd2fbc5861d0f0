import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useKeys } from '../../../../../building/staff-kit/keys/keys.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { neighboursOf } from '../../../../../building/staff-kit/keys/places.ts';
import { Key } from '../../../../../building/staff-kit/layout/shown.tsx';
import { load } from '../words/made/load.ts';

/** The cases beside this one in the list it was opened from, and the way back to that list, filters and all. */
export function Neighbours({ id }: { readonly id: string }): ReactElement {
  const words = useWords(load).one;
  const navigate = useNavigate();
  const { next, before } = neighboursOf(id);
  const open = (other: string | undefined) =>
    other === undefined ? undefined : () => void navigate({ to: '/cases/$id', params: { id: other } });
  useKeys({ j: open(next), k: open(before) });
  return (
    <nav className="neighbours no-print" aria-label={words.neighbours}>
      {before !== undefined && (
        <Link to="/cases/$id" params={{ id: before }} preload={false}>
          {words.before} <Key>K</Key>
        </Link>
      )}
      {next !== undefined && <NextCase id={next} />}
      <BackToList id={id} />
    </nav>
  );
}

export function NextCase({ id }: { readonly id: string }): ReactElement {
  const words = useWords(load).one;
  return (
    <Link to="/cases/$id" params={{ id }} preload={false}>
      {words.next} <Key>J</Key>
    </Link>
  );
}

function BackToList({ id }: { readonly id: string }): ReactElement {
  const words = useWords(load).one;
  const router = useRouter();
  const { address } = neighboursOf(id);
  const list = address === '' ? router.buildLocation({ to: '/cases' }).publicHref : address;
  const back = (): void => router.history.push(list);
  useKeys({ u: back });
  return (
    <a
      href={list}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        back();
      }}
    >
      {words.back} <Key>U</Key>
    </a>
  );
}
