import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { useWalk } from '../../../../building/staff-kit/keys/walk.ts';
import { type Returned, ReturnCard } from './correct-return.tsx';
import { returnsQuery } from './queries.ts';
import { load } from './words/made/load.ts';

/** Payments that the bank sent back: each says why, and what to do about it. */
export function ReturnsScreen(): ReactElement {
  const words = useWords(load).returns;
  const me = useMe();
  const query = useQuery(returnsQuery);
  const [corrected, setCorrected] = useState(false);
  return (
    <Page title={words.title}>
      <output className="told">{corrected && words.corrected}</output>
      <Loaded query={query}>
        {({ returns }) =>
          returns.length === 0 ? (
            <Nothing>
              <p>{words.none}</p>
              <p>{words.noneHint}</p>
            </Nothing>
          ) : (
            <>
              {!holds(me, 'receive') && <p className="soft intro">{words.whoCorrects}</p>}
              <ReturnCards returns={returns} corrected={() => setCorrected(true)} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface CardsProps {
  readonly returns: readonly Returned[];
  readonly corrected: () => void;
}

/** Walked like a list: J and K, and Enter opens the form for another account. */
function ReturnCards({ returns, corrected }: CardsProps): ReactElement {
  const me = useMe();
  const list = useRef<HTMLUListElement>(null);
  const [correcting, correct] = useState<string>();
  const [at] = useWalk(
    returns.map(({ paymentId }) => paymentId),
    {
      start: undefined,
      reach: (id) => list.current?.querySelector<HTMLElement>(`[data-return="${CSS.escape(id)}"]`)?.focus(),
      open: (id) => {
        if (holds(me, 'receive')) correct(id);
      },
    },
  );
  return (
    <ul ref={list} className="walked">
      {returns.map((one) => (
        <li key={one.paymentId} data-return={one.paymentId} tabIndex={-1} className={one.paymentId === at ? 'at' : ''}>
          <ReturnCard
            returned={one}
            correcting={correcting === one.paymentId}
            correct={(open) => correct(open ? one.paymentId : undefined)}
            corrected={corrected}
          />
        </li>
      ))}
    </ul>
  );
}
