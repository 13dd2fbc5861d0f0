import type { ReactElement } from 'react';
import { useKeys } from '../../../../../building/staff-kit/keys/keys.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { neighboursOf } from '../../../../../building/staff-kit/keys/places.ts';
import { Key } from '../../../../../building/staff-kit/layout/shown.tsx';
import { Link, useGo, useKeptAddress } from '../../../../../building/staff-kit/place/link.tsx';
import { caseAt, casesAt } from '../addresses.ts';
import { load } from '../words/made/load.ts';

/** The cases beside this one in the list it was opened from, and the way back to that list, filters and all. */
export function Neighbours({ id }: { readonly id: string }): ReactElement {
  const words = useWords(load).one;
  const go = useGo();
  const { next, before } = neighboursOf(id);
  const open = (other: string | undefined) =>
    other === undefined ? undefined : () => void go(caseAt, { params: { id: other } });
  useKeys({ j: open(next), k: open(before) });
  return (
    <nav className="neighbours no-print" aria-label={words.neighbours}>
      {before !== undefined && (
        <Link at={caseAt} params={{ id: before }} preload={false}>
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
    <Link at={caseAt} params={{ id }} preload={false}>
      {words.next} <Key>J</Key>
    </Link>
  );
}

function BackToList({ id }: { readonly id: string }): ReactElement {
  const words = useWords(load).one;
  const { href, go: back } = useKeptAddress(neighboursOf(id).address, casesAt);
  useKeys({ u: back });
  return (
    <a
      href={href}
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
