import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { Dialog } from '../../../../building/staff-kit/dialog/dialog.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Yuan, yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import type { Choosing } from '../../../../building/staff-kit/table/choose/selection.ts';
import type { RowLink } from '../../../../building/staff-kit/table/line.tsx';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { CorrectForm, type Returned, ReturnFacts } from './correct-return.tsx';
import { returnsQuery } from './queries.ts';
import { useSum } from './sum.ts';
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
      {!holds(me, 'receive') && <p className="soft intro">{words.whoCorrects}</p>}
      <Loaded query={query}>
        {({ returns }) => <Returns returns={returns} corrected={() => setCorrected(true)} />}
      </Loaded>
    </Page>
  );
}

interface ReturnsProps {
  readonly returns: readonly Returned[];
  readonly corrected: () => void;
}

/** Who receives at the counter opens a payment and enters another account for it. */
function Returns({ returns, corrected }: ReturnsProps): ReactElement {
  const words = useWords(load).returns;
  const me = useMe();
  const sum = useSum();
  const columns = useColumns(returns.some(({ batchNumber }) => batchNumber !== undefined));
  const [opened, open] = useState<string>();
  const close = (): void => open(undefined);
  const one = returns.find(({ paymentId }) => paymentId === opened);
  const choosing: Choosing<Returned> = {
    nameOf: ({ payee, returnedOn }) => `${payee} ${returnedOn}`,
    said: (rows) => sum(rows.map(({ amountFen }) => amountFen)),
  };
  return (
    <>
      <List
        name="returns"
        caption={words.caption}
        columns={columns}
        source={{ kind: 'whole', rows: returns }}
        idOf={({ paymentId }) => paymentId}
        {...(holds(me, 'receive') ? { leads: opening(open) } : {})}
        choosing={choosing}
        sum={(rows) => sum(rows.map(({ amountFen }) => amountFen))}
        empty={
          <>
            <p>{words.none}</p>
            <p>{words.noneHint}</p>
          </>
        }
      />
      <Dialog title={words.correctFor({ payee: one?.payee ?? '' })} open={one !== undefined} close={close}>
        {one !== undefined && (
          <>
            <ReturnFacts returned={one} />
            <CorrectForm id={one.paymentId} stop={close} corrected={corrected} />
          </>
        )}
      </Dialog>
    </>
  );
}

/** The row opens over the list. */
function opening(open: (paymentId: string) => void): RowLink<Returned> {
  return {
    column: 'payee',
    link: ({ paymentId }, content, { onClick, ...props }) => (
      <button
        {...props}
        type="button"
        onClick={() => {
          onClick();
          open(paymentId);
        }}
      >
        {content}
      </button>
    ),
  };
}

function useColumns(withBatch: boolean): readonly Column<Returned>[] {
  const words = useWords(load).returns;
  const say = useSay();
  const language = useLanguage();
  return useMemo(() => {
    const account = ({ bank, accountLast4 }: Returned): string => words.ending({ bank, last4: accountLast4 });
    const batch: Column<Returned> = {
      key: 'batch',
      head: words.batch,
      look: 'quiet',
      cell: ({ batchNumber }) => batchNumber,
      held: ({ batchNumber }) => batchNumber,
      filter: { kind: 'text' },
    };
    return [
      {
        key: 'payee',
        head: words.payee,
        phone: 'head',
        cell: ({ payee }) => payee,
        held: ({ payee }) => payee,
        filter: { kind: 'text' },
      },
      {
        key: 'amount',
        head: words.amount,
        look: 'number',
        phone: 'end',
        cell: ({ amountFen }) => <Yuan fen={amountFen} />,
        held: ({ amountFen }) => yuanOf(amountFen),
        filter: { kind: 'numbers' },
      },
      {
        key: 'reason',
        head: words.reason,
        phone: 'plain',
        cell: ({ reason }) => <span className="mark bad">{say(reason)}</span>,
        held: ({ reason }) => say(reason),
        filter: { kind: 'text' },
      },
      {
        key: 'returnedOn',
        head: words.returnedOn,
        cell: ({ returnedOn }) => dayText(returnedOn, language),
        held: ({ returnedOn }) => returnedOn,
        filter: { kind: 'days' },
      },
      { key: 'account', head: words.account, look: 'wrap', cell: account, held: account },
      {
        key: 'purpose',
        head: words.purpose,
        cell: ({ purpose }) => say(purpose),
        held: ({ purpose }) => say(purpose),
        filter: { kind: 'text' },
      },
      {
        key: 'advice',
        head: words.advice,
        look: 'wrap',
        cell: ({ advice }) => say(advice),
        held: ({ advice }) => say(advice),
      },
      ...(withBatch ? [batch] : []),
    ];
  }, [words, say, language, withBatch]);
}
