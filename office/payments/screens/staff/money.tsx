import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { AppropriateRequest } from '../../contract/ledger.ts';
import type { BatchSummary, DraftBatchRequest } from '../../contract/batch.ts';
import type { MoneyOverview } from '../../contract/overview.ts';
import { readDay } from '../../../../values/day.ts';
import type { Language } from '../../../../values/language.ts';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { newKey } from '../../../../building/staff-kit/ask/new-key.ts';
import { Card, Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { type Column, RowList, type RowLinkProps } from '../../../../building/staff-kit/table/row-list.tsx';
import { Yuan } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { BatchState } from './batch-state.tsx';
import { moneyQuery, useRefreshMoney } from './queries.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

/** What is due, the batches from draft to reconciled, and what there is to pay them with. */
export function MoneyScreen(): ReactElement {
  const words = useWords(zh, en).money;
  const query = useQuery(moneyQuery);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {(money) => (
          <>
            <Funds money={money} />
            <Batches money={money} />
            <div className="two">
              <DueCard money={money} />
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
  const words = useWords(zh, en).money;
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
  const words = useWords(zh, en).money;
  const language = useLanguage();
  if (money.batches.length === 0) return <Nothing>{words.noBatches}</Nothing>;
  return (
    <div className="below">
      <RowList
        name="batches"
        caption={words.batchesCaption}
        columns={columnsOf(words, language, Number(money.today.slice(0, 4)))}
        rows={money.batches}
        idOf={(batch) => batch.id}
        linked="number"
        link={batchLink}
      />
    </div>
  );
}

function columnsOf(words: typeof zh.money, language: Language, thisYear: number): readonly Column<BatchSummary>[] {
  return [
    { key: 'number', phone: 'head', head: words.number, cell: (batch) => batch.number },
    { key: 'state', phone: 'end', head: words.state, cell: (batch) => <BatchState state={batch.state} /> },
    { key: 'payOn', head: words.payOn, cell: (batch) => dayText(batch.payOn, language, { thisYear }) },
    { key: 'lines', head: words.lines, look: 'number', cell: (batch) => batch.lineCount },
    { key: 'total', head: words.total, look: 'number', cell: (batch) => <Yuan fen={batch.totalFen} /> },
    {
      key: 'paid',
      head: words.paid,
      look: 'number',
      cell: (batch) => (batch.state === 'reconciled' ? batch.paidCount : ''),
    },
    {
      key: 'returned',
      head: words.returned,
      look: 'number',
      cell: (batch) => (batch.returnedCount > 0 ? <span className="late">{batch.returnedCount}</span> : ''),
    },
    { key: 'by', head: words.draftedBy, look: 'quiet', cell: (batch) => batch.draftedBy.name },
  ];
}

function batchLink(batch: BatchSummary, content: ReactNode, props: RowLinkProps): ReactElement {
  return (
    <Link {...props} to="/batches/$id" params={{ id: batch.id }}>
      {content}
    </Link>
  );
}

function DueCard({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(zh, en).money;
  const say = useSay();
  const language = useLanguage();
  const thisYear = Number(money.today.slice(0, 4));
  return (
    <Card title={words.due}>
      {money.due.length === 0 ? (
        <>
          <p>{words.nothingDue}</p>
          <p className="soft">{words.nothingDueHint}</p>
        </>
      ) : (
        <Scrolled className="scroll" label={words.dueCaption}>
          <table className="plain">
            <caption className="unseen">{words.dueCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.dueOn}</th>
                <th scope="col">{words.township}</th>
                <th scope="col" className="number">
                  {words.count}
                </th>
                <th scope="col" className="number">
                  {words.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {money.due.map((group) => (
                <tr key={`${group.dueOn} ${group.township.code}`}>
                  <td>
                    {dayText(group.dueOn, language, { thisYear })}{' '}
                    {group.dueOn > money.today && <span className="soft">{words.future}</span>}
                  </td>
                  <td>{say(group.township.name)}</td>
                  <td className="number">{group.count}</td>
                  <td className="number">
                    <Yuan fen={group.totalFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Card>
  );
}

function DraftCard({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(zh, en).money;
  const say = useSay();
  const navigate = useNavigate();
  const refresh = useRefreshMoney();
  const [payOn, setPayOn] = useState<string>(money.suggestedPayOn ?? '');
  const [tried, setTried] = useState(false);
  const drafting = useMutation({
    mutationFn: (body: DraftBatchRequest) => write<BatchSummary>('POST', '/api/office/batches', body),
    onSuccess: (batch) => {
      void refresh();
      return navigate({ to: '/batches/$id', params: { id: batch.id } });
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
          if (day !== undefined) drafting.mutate({ payOn: day });
        }}
      >
        <Field
          label={words.payOn}
          hint={words.draftHint}
          error={tried && day === undefined ? words.payOnMissing : undefined}
        >
          {(control) => (
            <DayInput control={control} disabled={!draft.allowed} value={payOn} change={(text) => setPayOn(text)} />
          )}
        </Field>
        {drafting.isError && <ProblemNote error={drafting.error} />}
        <Button type="primary" htmlType="submit" disabled={!draft.allowed || drafting.isPending}>
          {words.draftGo}
        </Button>
        {!draft.allowed && <p className="soft">{say(draft.why)}</p>}
      </form>
    </Card>
  );
}

const noAppropriation = { amountYuan: '', onDay: '', document: '' };

function AppropriateCard({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(zh, en).money;
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
          <Field label={words.amount} hint={words.amountHint}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                maxLength={30}
                value={entry.amountYuan}
                onChange={(event) => change({ amountYuan: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.onDay}>
            {(control) => <DayInput control={control} value={entry.onDay} change={(text) => change({ onDay: text })} />}
          </Field>
          <Field label={words.document}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={entry.document}
                onChange={(event) => change({ document: event.target.value })}
              />
            )}
          </Field>
        </div>
        {tried && !whole && (
          <p className="field-error" role="alert">
            {words.missing}
          </p>
        )}
        {appropriating.isError && <ProblemNote error={appropriating.error} />}
        {appropriating.isSuccess && !tried && <output>{words.appropriated}</output>}
        <Button htmlType="submit" disabled={appropriating.isPending}>
          {words.appropriateGo}
        </Button>
      </form>
    </Card>
  );
}
