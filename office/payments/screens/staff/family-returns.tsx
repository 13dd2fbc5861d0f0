import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded } from '../../../../building/staff-kit/layout/page.tsx';
import type { OfFamily } from '../../../families/screens/staff/family-page.ts';
import { familiesKey } from '../../../families/screens/staff/queries.ts';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { ReturnCard } from './correct-return.tsx';
import { familyReturnsQuery } from './queries.ts';
import { load } from './words/made/load.ts';

/**
 * What came back of the family whose record is open at the counter, with the way to enter another account. Nothing came back: nothing is
 * said.
 */
export function FamilyReturns({ family }: OfFamily): ReactNode {
  return holds(useMe(), 'receive') && <Returns family={family} />;
}

function Returns({ family }: Pick<OfFamily, 'family'>): ReactElement {
  const client = useQueryClient();
  const words = useWords(load).returns;
  const query = useQuery(familyReturnsQuery(family));
  const [correcting, correct] = useState<string>();
  const [done, setDone] = useState(false);
  return (
    <>
      <output className="told">{done && words.corrected}</output>
      <Loaded query={query}>
        {({ returns }) =>
          returns.map((one) => (
            <ReturnCard
              key={one.paymentId}
              returned={one}
              correcting={correcting === one.paymentId}
              correct={(open) => correct(open ? one.paymentId : undefined)}
              corrected={() => {
                setDone(true);
                // The record beside has another account now.
                void client.invalidateQueries({ queryKey: familiesKey });
              }}
            />
          ))
        }
      </Loaded>
    </>
  );
}
