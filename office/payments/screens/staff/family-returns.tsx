import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded } from '../../../../building/staff-kit/layout/page.tsx';
import { ReturnCard } from './mend-return.tsx';
import { familyReturnsQuery } from './queries.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly family: string;
  /** The record beside has another account now. */
  readonly mended: () => void;
}

/** What came back of the family whose record is open at the counter, with the way to enter another account. Nothing came back: nothing is said. */
export function FamilyReturns({ family, mended }: Props): ReactElement {
  const words = useWords(load).returns;
  const query = useQuery(familyReturnsQuery(family));
  const [mending, mend] = useState<string>();
  const [done, setDone] = useState(false);
  return (
    <>
      <output className="told">{done && words.mended}</output>
      <Loaded query={query}>
        {({ returns }) =>
          returns.map((one) => (
            <ReturnCard
              key={one.paymentId}
              returned={one}
              mending={mending === one.paymentId}
              mend={(open) => mend(open ? one.paymentId : undefined)}
              mended={() => {
                setDone(true);
                mended();
              }}
            />
          ))
        }
      </Loaded>
    </>
  );
}
