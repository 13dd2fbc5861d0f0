import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CorrectAccountRequest, ReturnedPayments } from '../../contract/returns.ts';
import { AccountFields, isWhole, noAccount } from '../../../families/screens/staff/account-fields.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { useFirstFocus } from '../../../../building/staff-kit/form/first-focus.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { Yuan } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { useRefreshMoney } from './queries.ts';
import { load } from './words/made/load.ts';

export type Returned = ReturnedPayments['returns'][number];

interface Props {
  readonly returned: Returned;
  readonly correcting: boolean;
  /** Opens or closes the form for another account. */
  readonly correct: (open: boolean) => void;
  readonly corrected: () => void;
}

/** A payment that came back: why, what to do, and for who receives at the counter another account. */
export function ReturnCard({ returned, correcting, correct, corrected }: Props): ReactElement {
  const words = useWords(load).returns;
  const say = useSay();
  const language = useLanguage();
  const me = useMe();
  const { batchNumber } = returned;
  return (
    <Card
      title={`${returned.payee} · ${say(returned.reason)}`}
      end={
        <>
          {dayText(returned.returnedOn, language)}
          {batchNumber !== undefined && ` · ${words.batch} ${batchNumber}`}
        </>
      }
    >
      <ReturnFacts returned={returned} />
      {correcting ? (
        <CorrectForm id={returned.paymentId} stop={() => correct(false)} corrected={corrected} />
      ) : (
        holds(me, 'receive') && (
          <p>
            <Button press={() => correct(true)}>{words.correct}</Button>
          </p>
        )
      )}
    </Card>
  );
}

/** How much came back, from where, and what to do about it. */
export function ReturnFacts({ returned }: Pick<Props, 'returned'>): ReactElement {
  const words = useWords(load).returns;
  const say = useSay();
  return (
    <dl className="facts">
      <dt>{words.amount}</dt>
      <dd>
        <Yuan fen={returned.amountFen} />
      </dd>
      <dt>{words.purpose}</dt>
      <dd>{say(returned.purpose)}</dd>
      <dt>{words.account}</dt>
      <dd>{words.ending({ bank: returned.bank, last4: returned.accountLast4 })}</dd>
      <dt>{words.advice}</dt>
      <dd>{say(returned.advice)}</dd>
    </dl>
  );
}

interface FormProps {
  readonly id: string;
  readonly stop: () => void;
  readonly corrected: () => void;
}

export function CorrectForm({ id, stop, corrected }: FormProps): ReactElement {
  const words = useWords(load).returns;
  const form = useFirstFocus<HTMLFormElement>();
  const refresh = useRefreshMoney();
  const [entry, setEntry] = useState(noAccount);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof entry>): void => setEntry((now) => ({ ...now, ...part }));
  const whole = isWhole(entry);
  const correcting = useMutation({
    mutationFn: (body: CorrectAccountRequest) => write('POST', `/api/office/payments/${id}/account`, body),
    onSuccess: async () => {
      corrected();
      await refresh();
    },
  });
  return (
    <form
      ref={form}
      className="act-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (whole) correcting.mutate(entry);
      }}
    >
      <p className="soft">{words.correctHint}</p>
      <AccountFields entry={entry} change={change} />
      {tried && !whole && (
        <p className="field-error" role="alert">
          {words.missing}
        </p>
      )}
      {correcting.isError && <ProblemNote error={correcting.error} />}
      <div className="acts">
        <Button look="solid" submit busy={correcting.isPending}>
          {words.save}
        </Button>
        <Button press={stop}>{words.cancel}</Button>
      </div>
    </form>
  );
}
