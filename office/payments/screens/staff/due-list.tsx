import { useMemo, type ReactElement } from 'react';
import type { MoneyOverview } from '../../contract/overview.ts';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Yuan, yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { yearOf } from '../../../../values/day.ts';
import { useSum } from './sum.ts';
import { load } from './words/made/load.ts';

type Due = MoneyOverview['due'][number];

/** Payments that wait for a batch, by the day that they are due and by township. */
export function DueList({ money }: { readonly money: MoneyOverview }): ReactElement {
  const words = useWords(load).money;
  const columns = useColumns(money.today);
  const sum = useSum();
  return (
    <section aria-label={words.due}>
      <h2>{words.due}</h2>
      <List
        name="due"
        keyless
        caption={words.dueCaption}
        columns={columns}
        source={{ kind: 'whole', rows: money.due }}
        idOf={({ dueOn, township }) => `${dueOn} ${township.code}`}
        sum={(rows) => sum(rows.map(({ totalFen }) => totalFen))}
        empty={
          <>
            <p>{words.nothingDue}</p>
            <p>{words.nothingDueHint}</p>
          </>
        }
      />
    </section>
  );
}

function useColumns(today: MoneyOverview['today']): readonly Column<Due>[] {
  const words = useWords(load).money;
  const say = useSay();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'dueOn',
        head: words.dueOn,
        phone: 'end',
        cell: ({ dueOn }) => (
          <>
            {dayText(dueOn, language, { thisYear: yearOf(today) })}{' '}
            {dueOn > today && <span className="soft">{words.future}</span>}
          </>
        ),
        held: ({ dueOn }) => dueOn,
        filter: { kind: 'days' },
      },
      {
        key: 'township',
        head: words.township,
        phone: 'head',
        cell: ({ township }) => say(township.name),
        held: ({ township }) => say(township.name),
        filter: { kind: 'text' },
      },
      { key: 'count', head: words.count, look: 'number', cell: ({ count }) => count, held: ({ count }) => count },
      {
        key: 'total',
        head: words.total,
        look: 'number',
        cell: ({ totalFen }) => <Yuan fen={totalFen} />,
        held: ({ totalFen }) => yuanOf(totalFen),
        filter: { kind: 'numbers' },
      },
    ],
    [words, say, language, today],
  );
}
