import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { LedgerQuery, LedgerView } from '../../contract/ledger.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Yuan } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { ledgerQuery } from './queries.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

const route = getRouteApi('/ledger');

/** The double-entry record of the funds; nothing in it is ever changed, only added to. */
export function LedgerScreen(): ReactElement {
  const words = useWords(zh, en).ledger;
  const chosen = route.useSearch();
  const query = useInfiniteQuery(ledgerQuery(chosen as Omit<LedgerQuery, 'before'>));
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {({ pages }) =>
          pages[0] === undefined ? null : (
            <>
              <Filters key={`${pages[0].from} ${pages[0].to}`} view={pages[0]} />
              <Balances view={pages[0]} />
              <Entries transactions={pages.flatMap((page) => page.transactions)} />
              {query.hasNextPage && (
                <div className="rows-foot">
                  <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                    {words.more}
                  </Button>
                </div>
              )}
              <Days view={pages[0]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ view }: { readonly view: LedgerView }): ReactElement {
  const words = useWords(zh, en).ledger;
  const say = useSay();
  const chosen = route.useSearch();
  const navigate = route.useNavigate();
  const [from, setFrom] = useState<string>(view.from);
  const [to, setTo] = useState<string>(view.to);
  const [account, setAccount] = useState(chosen.account ?? '');
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ search: { from, to, ...(account === '' ? {} : { account }) } });
      }}
    >
      <Field label={words.from}>
        {(control) => <DayInput control={control} value={from} change={(text) => setFrom(text)} />}
      </Field>
      <Field label={words.to}>
        {(control) => <DayInput control={control} value={to} change={(text) => setTo(text)} />}
      </Field>
      <Field label={words.account}>
        {(control) => (
          <select {...control} className="pick" value={account} onChange={(event) => setAccount(event.target.value)}>
            <option value="">{words.all}</option>
            {view.balances.map((balance) => (
              <option key={balance.account} value={balance.account}>
                {say(balance.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button htmlType="submit">{words.show}</Button>
    </form>
  );
}

function Balances({ view }: { readonly view: LedgerView }): ReactElement {
  const words = useWords(zh, en).ledger;
  const say = useSay();
  return (
    <ul className="strip" aria-label={words.balances}>
      {view.balances.map((balance) => (
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

function Entries({ transactions }: { readonly transactions: LedgerView['transactions'] }): ReactElement {
  const words = useWords(zh, en).ledger;
  const say = useSay();
  const language = useLanguage();
  if (transactions.length === 0) return <Nothing>{words.none}</Nothing>;
  return (
    <Scrolled className="rows scroll" label={words.entriesCaption}>
      <table>
        <caption className="unseen">{words.entriesCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.debit}</th>
            <th scope="col">{words.credit}</th>
          </tr>
        </thead>
        <tbody>
          {transactions.map((transaction) => (
            <tr key={transaction.id}>
              <td>{dayText(transaction.onDay, language)}</td>
              <td className="wrap">
                {say(transaction.words)}{' '}
                {transaction.batchNumber !== undefined && <span className="soft">{transaction.batchNumber}</span>}
              </td>
              <td>
                <Side entries={transaction.entries} side="debitFen" />
              </td>
              <td>
                <Side entries={transaction.entries} side="creditFen" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

interface SideProps {
  readonly entries: LedgerView['transactions'][number]['entries'];
  readonly side: 'debitFen' | 'creditFen';
}

/** One side of a transaction: account and amount, a line for each entry. */
function Side({ entries, side }: SideProps): ReactElement {
  const say = useSay();
  return (
    <>
      {entries
        .filter((entry) => entry[side] !== '0')
        .map((entry) => (
          <div key={entry.account} className="posting">
            <span>{say(entry.name)}</span>
            <Yuan fen={entry[side]} />
          </div>
        ))}
    </>
  );
}

function Days({ view }: { readonly view: LedgerView }): ReactElement | null {
  const words = useWords(zh, en).ledger;
  const say = useSay();
  const language = useLanguage();
  if (view.days.length === 0) return null;
  const nameOf = (account: string): string => {
    const found = view.balances.find((balance) => balance.account === account);
    return found === undefined ? account : say(found.name);
  };
  return (
    <details className="card below">
      <summary>{words.days}</summary>
      <Scrolled className="scroll" label={words.daysCaption}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.account}</th>
              <th scope="col" className="number">
                {words.debit}
              </th>
              <th scope="col" className="number">
                {words.credit}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.days.map((row) => (
              <tr key={`${row.day} ${row.account}`}>
                <td>{dayText(row.day, language)}</td>
                <td>{nameOf(row.account)}</td>
                <td className="number">
                  <Yuan fen={row.debitFen} />
                </td>
                <td className="number">
                  <Yuan fen={row.creditFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}
