import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { buttonClass } from '../../../../../building/staff-kit/button/button.tsx';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card, Loaded } from '../../../../../building/staff-kit/layout/page.tsx';
import { Link } from '../../../../../building/staff-kit/place/link.tsx';
import type { OfFamily } from '../../../../families/screens/staff/family-page.ts';
import { applyAt } from '../addresses.ts';
import { benefitListQuery } from '../queries.ts';
import { load } from '../words/made/load.ts';

/** Every benefit that can be applied for, to begin for the family whose record is open. */
export function StartBenefits({ family, purpose, who }: OfFamily): ReactElement {
  const words = useWords(load).apply;
  const say = useSay();
  const benefits = useQuery(benefitListQuery);
  return (
    <Card title={words.chooseBenefit}>
      <Loaded query={benefits}>
        {(list) =>
          list.benefits.length === 0 ? (
            <p className="soft">{words.noBenefits}</p>
          ) : (
            <ul className="benefits">
              {list.benefits.map((benefit) => (
                <li key={benefit.policy}>
                  <div>
                    <b>{say(benefit.title)}</b>
                    <div className="soft">{say(benefit.summary)}</div>
                  </div>
                  <Link
                    at={applyAt}
                    params={{ id: family, policy: benefit.address }}
                    search={{ purpose, ...(who === undefined ? {} : { who }) }}
                    className={buttonClass('solid')}
                    aria-label={words.title({ benefit: say(benefit.title) })}
                  >
                    {words.start}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
