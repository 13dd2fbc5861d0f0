import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import type { CaseLine, TodayAnswer } from '../../../contract/case-list.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../../building/staff-kit/layout/page.tsx';
import { Key } from '../../../../../building/staff-kit/layout/shown.tsx';
import { asItBegins, askedOf, asking, type ListState } from '../../../../../building/staff-kit/table/ask/state.ts';
import type { Column } from '../../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../../building/staff-kit/table/list.tsx';
import { useGrowing } from '../../../../../building/staff-kit/table/source.ts';
import { caseLink, useCaseColumns } from './case-cells.tsx';
import { todayQuery } from '../queries.ts';
import { load } from '../words/made/load.ts';

/** What waits for me, by legal deadline. A counter opens the lines that it counts. */
export function TodayScreen(): ReactElement {
  const words = useWords(load).today;
  const query = useInfiniteQuery(todayQuery);
  const source = useGrowing(query, linesOf);
  const columns = useColumns(query.data?.pages[0]?.today ?? '1970-01-01');
  const [state, change] = useState(asItBegins);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {({ pages }) => (
          <>
            {pages[0] !== undefined && <Counts answer={pages[0]} state={state} change={change} />}
            <List
              name="today"
              caption={words.caption}
              columns={columns}
              source={source}
              idOf={(line) => line.id}
              leads={caseLink}
              kept={{ state, change }}
              empty={
                <>
                  <p>{words.empty}</p>
                  <p>{words.emptyHint}</p>
                </>
              }
            />
            {source.rows.length > 0 && <KeyHints />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const linesOf = (page: TodayAnswer): readonly CaseLine[] => page.lines;

function useColumns(today: string): readonly Column<CaseLine>[] {
  const words = useWords(load).cases;
  const columns = useCaseColumns(today);
  return useMemo(() => {
    const { due, benefit, applicant, subject, place, turn, determined, documents, origin, receipt, received } = columns;
    const standings = Object.entries(words.standings).map(([id, text]) => ({ id, text }));
    return [
      { ...due, filterHead: words.standing, filter: { kind: 'one', options: standings } },
      benefit,
      { ...applicant, filter: { kind: 'text' } },
      { ...place, filter: { kind: 'text' } },
      turn,
      { ...determined, filter: { kind: 'numbers' } },
      documents,
      origin,
      { ...subject, begins: 'hidden' },
      { ...received, begins: 'hidden', filter: { kind: 'days' } },
      { ...receipt, begins: 'hidden' },
    ];
  }, [columns, words]);
}

interface CountsProps {
  readonly answer: TodayAnswer;
  readonly state: ListState;
  readonly change: (state: ListState) => void;
}

const standings = ['overdue', 'soon', 'rest', 'waiting'] as const;

function Counts({ answer, state, change }: CountsProps): ReactElement {
  const words = useWords(load).today;
  const { counts, onTime } = answer;
  const share = onTime.decided === 0 ? undefined : (100 * onTime.onTime) / onTime.decided;
  const asked = askedOf(state, 'due');
  const now = asked?.kind === 'some' ? asked.ids[0] : undefined;
  return (
    <ul className="strip">
      {standings.map((standing) => (
        <li key={standing} className={standing === 'overdue' && counts.overdue > 0 ? 'late' : ''}>
          <button
            type="button"
            aria-pressed={now === standing}
            onClick={() =>
              change(asking(state, 'due', now === standing ? undefined : { kind: 'some', ids: [standing] }))
            }
          >
            <b>{counts[standing]}</b>
            <span>{words[standing]}</span>
          </button>
        </li>
      ))}
      <li>
        <b>{share === undefined ? '—' : `${share.toFixed(share === 100 ? 0 : 1)}%`}</b>
        <span>{share === undefined ? words.noneDecided : words.onTime}</span>
      </li>
    </ul>
  );
}

function KeyHints(): ReactElement {
  const words = useWords(load).today;
  return (
    <div className="rows-foot no-phone">
      <span>
        <Key>J</Key> <Key>K</Key> {words.hint}
      </span>
      <span>
        <Key>Enter</Key> {words.open}
      </span>
      <span>
        <Key>/</Key> {words.search}
      </span>
      <span>
        <Key>?</Key> {words.allKeys}
      </span>
    </div>
  );
}
