import { addressOf } from '../../../../../building/staff-kit/ask/api.ts';
import { useEffect, useRef, type ReactElement } from 'react';
import type { z } from 'zod';
import type { applied as appliedSchema } from '../../../contract/apply.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { Qr } from '../../../../../building/staff-kit/layout/qr.tsx';
import { useLanguage, useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { useMe } from '../../../../staff/screens/staff/session.ts';
import { dayText } from '../../../../../building/staff-kit/date/when.ts';
import { Link } from '../../../../../building/staff-kit/place/link.tsx';
import { counterAt } from '../../../../families/screens/staff/addresses.ts';
import { caseAt } from '../addresses.ts';
import { load } from '../words/made/load.ts';

export type Applied = z.infer<typeof appliedSchema>;

interface Props {
  readonly applied: Applied;
  readonly benefit: string;
  readonly applicant: string;
  readonly subject: string;
}

/** The slip that the family takes home: number, by when they are answered, and where to follow it. */
export function ReceiptSlip({ applied, benefit, applicant, subject }: Props): ReactElement {
  const words = useWords(load);
  const { apply, list } = words;
  const say = useSay();
  const language = useLanguage();
  const me = useMe();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <>
      {applied.already && <p className="due soon">{apply.already}</p>}
      <section ref={section} className="card slip" tabIndex={-1} aria-label={apply.receipt}>
        <div>
          <h2>{apply.receipt}</h2>
          <div className="soft">{apply.receiptNumber}</div>
          <div className="slip-number">{applied.receipt}</div>
          <p>
            <b>{apply.answerBy({ day: dayText(applied.dueOn, language), days: applied.workingDays })}</b>{' '}
            {applied.dueProvisional && <span className="soft">{list.provisional}</span>}
          </p>
          <dl className="facts">
            <dt>{apply.slipBenefit}</dt>
            <dd>{benefit}</dd>
            <dt>{apply.slipFor}</dt>
            <dd>{applicant}</dd>
            <dt>{apply.slipSubject}</dt>
            <dd>{subject}</dd>
            <dt>{apply.slipOffice}</dt>
            <dd>
              {say(me.office.name)} {me.staff.name}
            </dd>
            <dt>{apply.slipDay}</dt>
            <dd>{dayText(me.today, language)}</dd>
          </dl>
        </div>
        <div className="slip-code">
          <Qr text={`${window.location.origin}${addressOf('/track', { receipt: applied.receipt })}`} label={apply.qr} />
        </div>
        <p className="soft">{apply.slipFollow}</p>
      </section>
      <div className="acts no-print">
        <Button look="solid" press={() => window.print()}>
          {apply.print}
        </Button>
        <Link at={caseAt} params={{ id: applied.id }} preload={false}>
          {apply.openCase}
        </Link>
        <Link at={counterAt}>{apply.anotherPerson}</Link>
      </div>
    </>
  );
}
