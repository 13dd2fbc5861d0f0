import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import { fenFromWire, yuanText } from '../../../../values/fen.ts';
import type { LedgerQuery, LedgerView } from '../../contract/ledger.ts';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { DayField } from '../../../../building/staff-kit/date/day-field.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Yuan, yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { type Source, useGrowing } from '../../../../building/staff-kit/table/source.ts';
import { ledgerQuery } from './queries.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { useGo, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { ledgerAt } from './addresses.ts';
import { load } from './words/made/load.ts';

/** The double-entry record of the funds; nothing in it is ever changed, only added to. */
export function LedgerScreen(): ReactElement {
  const words = useWords(load).ledger;
  const { search: chosen } = useHere(ledgerAt);
  const query = useInfiniteQuery(ledgerQuery(chosen as Omit<LedgerQuery, 'before'>));
  const source = useGrowing(query, transactionsOf);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {({ pages }) =>
          pages[0] === undefined ? null : (
            <>
              <Filters key={`${pages[0].from} ${pages[0].to}`} view={pages[0]} />
              <Balances view={pages[0]} />
              <Entries source={source} />
              <Days view={pages[0]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ view }: { readonly view: LedgerView }): ReactElement {
  const words = useWords(load).ledger;
  const say = useSay();
  const { search: chosen } = useHere(ledgerAt);
  const go = useGo();
  const [from, setFrom] = useState<string>(view.from);
  const [to, setTo] = useState<string>(view.to);
  const [account, setAccount] = useState(chosen.account ?? '');
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        void go(ledgerAt, { search: { from, to, ...(account === '' ? {} : { account }) } });
      }}
    >
      <DayField label={words.from} value={from} change={setFrom} />
      <DayField label={words.to} value={to} change={setTo} />
      <Select
        label={words.account}
        none={words.all}
        options={view.balances.map((balance) => ({ id: balance.account, text: say(balance.name) }))}
        value={account}
        change={setAccount}
      />
      <Button submit>{words.show}</Button>
    </form>
  );
}

function Balances({ view }: { readonly view: LedgerView }): ReactElement {
  const words = useWords(load).ledger;
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

type Transaction = LedgerView['transactions'][number];
const transactionsOf = (page: LedgerView): readonly Transaction[] => page.transactions;

function Entries({ source }: { readonly source: Source<Transaction> }): ReactElement {
  const words = useWords(load).ledger;
  const columns = useColumns();
  return (
    <List
      name="ledger"
      caption={words.entriesCaption}
      columns={columns}
      source={source}
      idOf={(transaction) => transaction.id}
      empty={words.none}
    />
  );
}

function useColumns(): readonly Column<Transaction>[] {
  const words = useWords(load).ledger;
  const say = useSay();
  const language = useLanguage();
  return useMemo(() => {
    const side = (key: 'debitFen' | 'creditFen'): Pick<Column<Transaction>, 'key' | 'cell' | 'held' | 'written'> => ({
      key,
      cell: ({ entries }) => <Side entries={entries} side={key} />,
      held: ({ entries }) => entries.reduce((sum, entry) => sum + yuanOf(entry[key]), 0),
      written: ({ entries }) =>
        entries
          .filter((entry) => entry[key] !== '0')
          .map((entry) => `${say(entry.name)} ${yuanText(fenFromWire(entry[key]))}`)
          .join('; '),
    });
    return [
      {
        key: 'day',
        phone: 'end',
        head: words.day,
        cell: ({ onDay }) => dayText(onDay, language),
        held: ({ onDay }) => onDay,
      },
      {
        key: 'what',
        phone: 'head',
        head: words.what,
        look: 'wrap',
        cell: (transaction) => (
          <>
            {say(transaction.words)}{' '}
            {transaction.batchNumber !== undefined && <span className="soft">{transaction.batchNumber}</span>}
          </>
        ),
        held: (transaction) => [say(transaction.words), transaction.batchNumber ?? ''].join(' ').trim(),
        filter: { kind: 'text' },
      },
      { head: words.debit, ...side('debitFen') },
      { head: words.credit, ...side('creditFen') },
    ];
  }, [words, say, language]);
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
  const words = useWords(load).ledger;
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
