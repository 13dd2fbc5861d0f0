import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import type { AppropriateRequest } from '../../contract/ledger.ts';
import type { BatchSummary, DraftBatchRequest } from '../../contract/batch.ts';
import type { MoneyOverview } from '../../contract/overview.ts';
import { readDay } from '../../../../values/day.ts';
import { MoneyField } from '../../../../building/staff-kit/form/money-field.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { DayField } from '../../../../building/staff-kit/date/day-field.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { newKey } from '../../../../building/staff-kit/ask/new-key.ts';
import { Card, Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import type { RowLink } from '../../../../building/staff-kit/table/line.tsx';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { Yuan, yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { BatchState } from './batch-state.tsx';
import { moneyQuery, useRefreshMoney } from './queries.ts';
import { Link, useGo } from '../../../../building/staff-kit/place/link.tsx';
import { useWorkingDays } from '../../../staff/screens/staff/working-days.ts';
import { batchAt } from './addresses.ts';
import { DueList } from './due-list.tsx';
import { load } from './words/made/load.ts';

/** What is due, the batches from draft to reconciled, and what there is to pay them with. */
export function MoneyScreen(): ReactElement {
  const words = useWords(load).money;
  const query = useQuery(moneyQuery);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {(money) => (
          <>
            <Funds money={money} />
            <Batches money={money} />
            <div className="two">
              <DueList money={money} />
              <div>
                <DraftCard money={money} />
                <AppropriateCard money={money} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Funds({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(load).money;
  const say = useSay();
  return (
    <ul className="strip" aria-label={words.balances}>
      <li>
        <b>
          <Yuan fen={money.availableFen} />
        </b>
        <span>{words.available}</span>
      </li>
      {money.balances.map((balance) => (
        <li key={balance.account}>
          <b>
            <Yuan fen={balance.balanceFen} />
          </b>
          <span>{say(balance.name)}</span>
        </li>
      ))}
    </ul>
  );
}

function Batches({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(load).money;
  const columns = useColumns(Number(money.today.slice(0, 4)));
  return (
    <div className="below">
      <List
        name="batches"
        caption={words.batchesCaption}
        columns={columns}
        source={{ kind: 'whole', rows: money.batches }}
        idOf={(batch) => batch.id}
        leads={batchLink}
        empty={words.noBatches}
      />
    </div>
  );
}

function useColumns(thisYear: number): readonly Column<BatchSummary>[] {
  const words = useWords(load);
  const language = useLanguage();
  return useMemo(() => {
    const { money, states } = words;
    const options = Object.entries(states).map(([id, text]) => ({ id, text }));
    return [
      {
        key: 'number',
        phone: 'head',
        head: money.number,
        cell: (batch) => batch.number,
        held: (batch) => batch.number,
      },
      {
        key: 'state',
        phone: 'end',
        head: money.state,
        cell: (batch) => <BatchState state={batch.state} />,
        held: (batch) => batch.state,
        written: (batch) => states[batch.state],
        filter: { kind: 'some', options },
      },
      {
        key: 'payOn',
        head: money.payOn,
        cell: (batch) => dayText(batch.payOn, language, { thisYear }),
        held: (batch) => batch.payOn,
        filter: { kind: 'days' },
      },
      {
        key: 'lines',
        head: money.lines,
        look: 'number',
        cell: (batch) => batch.lineCount,
        held: (batch) => batch.lineCount,
      },
      {
        key: 'total',
        head: money.total,
        look: 'number',
        cell: (batch) => <Yuan fen={batch.totalFen} />,
        held: (batch) => yuanOf(batch.totalFen),
      },
      {
        key: 'paid',
        head: money.paid,
        look: 'number',
        cell: (batch) => (batch.state === 'reconciled' ? batch.paidCount : ''),
        held: (batch) => (batch.state === 'reconciled' ? batch.paidCount : undefined),
      },
      {
        key: 'returned',
        head: money.returned,
        look: 'number',
        cell: (batch) => (batch.returnedCount > 0 ? <span className="late">{batch.returnedCount}</span> : ''),
        held: (batch) => batch.returnedCount,
      },
      {
        key: 'by',
        head: money.draftedBy,
        look: 'quiet',
        cell: (batch) => batch.draftedBy.name,
        held: (batch) => batch.draftedBy.name,
      },
    ];
  }, [words, language, thisYear]);
}

const batchLink: RowLink<BatchSummary> = {
  column: 'number',
  link: (batch, content, props) => (
    <Link {...props} at={batchAt} params={{ id: batch.id }}>
      {content}
    </Link>
  ),
};

function DraftCard({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(load).money;
  const say = useSay();
  const go = useGo();
  const refuse = useWorkingDays();
  const refresh = useRefreshMoney();
  const [payOn, setPayOn] = useState<string>(money.suggestedPayOn ?? '');
  const [tried, setTried] = useState(false);
  const drafting = useMutation({
    mutationFn: (body: DraftBatchRequest) => write<BatchSummary>('POST', '/api/office/batches', body),
    onSuccess: (batch) => {
      void refresh();
      return go(batchAt, { params: { id: batch.id } });
    },
  });
  const { draft } = money.may;
  const day = readDay(payOn);
  return (
    <Card title={words.draft}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (day !== undefined && refuse(day) === undefined) drafting.mutate({ payOn: day });
        }}
      >
        <DayField
          label={words.payOn}
          hint={words.draftHint}
          error={tried && day === undefined ? words.payOnMissing : undefined}
          refuse={refuse}
          from={money.today}
          disabled={!draft.allowed}
          value={payOn}
          change={setPayOn}
        />
        {drafting.isError && <ProblemNote error={drafting.error} />}
        <Button look="solid" submit disabled={!draft.allowed} busy={drafting.isPending}>
          {words.draftGo}
        </Button>
        {!draft.allowed && <p className="soft">{say(draft.why)}</p>}
      </form>
    </Card>
  );
}

const noAppropriation = { amountYuan: '', onDay: '', document: '' };

function AppropriateCard({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(load).money;
  const say = useSay();
  const refresh = useRefreshMoney();
  const [entry, setEntry] = useState(noAppropriation);
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  const appropriating = useMutation({
    mutationFn: (body: AppropriateRequest) => write('POST', '/api/office/ledger/appropriations', body),
    onSuccess: () => {
      setEntry(noAppropriation);
      setKey(newKey());
      setTried(false);
      return refresh();
    },
  });
  const { appropriate } = money.may;
  const change = (part: Partial<typeof noAppropriation>): void => setEntry((now) => ({ ...now, ...part }));
  const onDay = readDay(entry.onDay);
  const whole = onDay !== undefined && entry.amountYuan.trim() !== '' && entry.document.trim() !== '';
  if (!appropriate.allowed)
    return (
      <Card title={words.appropriate}>
        <p className="soft">{say(appropriate.why)}</p>
      </Card>
    );
  return (
    <Card title={words.appropriate}>
      <p className="soft">{words.appropriateHint}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!whole) return;
          const { amountYuan, document } = entry;
          appropriating.mutate({ submissionKey: key, amountYuan: amountYuan.trim(), onDay, document: document.trim() });
        }}
      >
        <div className="fields">
          <MoneyField
            label={words.amount}
            hint={words.amountHint}
            value={entry.amountYuan}
            change={(text) => change({ amountYuan: text })}
          />
          <DayField label={words.onDay} value={entry.onDay} change={(text) => change({ onDay: text })} />
          <TextField
            label={words.document}
            maxLength={60}
            value={entry.document}
            change={(text) => change({ document: text })}
          />
        </div>
        {tried && !whole && (
          <p className="field-error" role="alert">
            {words.missing}
          </p>
        )}
        {appropriating.isError && <ProblemNote error={appropriating.error} />}
        {appropriating.isSuccess && !tried && <output>{words.appropriated}</output>}
        <Button submit busy={appropriating.isPending}>
          {words.appropriateGo}
        </Button>
      </form>
    </Card>
  );
}
