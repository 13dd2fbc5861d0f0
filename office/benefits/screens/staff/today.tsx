import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { TodayAnswer } from '../../contract/case-list.ts';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { RowList } from '../../../../building/staff-kit/table/row-list.tsx';
import { Key } from '../../../../building/staff-kit/layout/shown.tsx';
import { caseLink, useCaseColumns } from './case-cells.tsx';
import { todayQuery } from './queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

/** What waits for me, by legal deadline. */
export function TodayScreen(): ReactElement {
  const words = useWords(zh, en).today;
  const query = useInfiniteQuery(todayQuery);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {({ pages }) => (
          <>
            {pages[0] !== undefined && <Counts answer={pages[0]} />}
            <Lines pages={pages} />
            {query.hasNextPage && (
              <div className="rows-foot">
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {query.isFetchingNextPage ? words.loadingMore : words.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Counts({ answer }: { readonly answer: TodayAnswer }): ReactElement {
  const words = useWords(zh, en).today;
  const { counts, onTime } = answer;
  const share = onTime.decided === 0 ? undefined : (100 * onTime.onTime) / onTime.decided;
  return (
    <ul className="strip">
      <li className={counts.overdue > 0 ? 'late' : ''}>
        <b>{counts.overdue}</b>
        <span>{words.overdue}</span>
      </li>
      <li>
        <b>{counts.soon}</b>
        <span>{words.soon}</span>
      </li>
      <li>
        <b>{counts.rest}</b>
        <span>{words.rest}</span>
      </li>
      <li>
        <b>{counts.waiting}</b>
        <span>{words.waiting}</span>
      </li>
      <li>
        <b>{share === undefined ? '—' : `${share.toFixed(share === 100 ? 0 : 1)}%`}</b>
        <span>{share === undefined ? words.noneDecided : words.onTime}</span>
      </li>
    </ul>
  );
}

function Lines({ pages }: { readonly pages: readonly TodayAnswer[] }): ReactElement {
  const words = useWords(zh, en).today;
  const columns = useCaseColumns(pages[0]?.today ?? '');
  const rows = pages.flatMap((page) => page.lines);
  if (rows.length === 0)
    return (
      <Nothing>
        <p>{words.empty}</p>
        <p>{words.emptyHint}</p>
      </Nothing>
    );
  const { due, benefit, applicant, place, turn, determined, documents, origin } = columns;
  return (
    <>
      <RowList
        name="today"
        caption={words.caption}
        columns={[due, benefit, applicant, place, turn, determined, documents, origin]}
        rows={rows}
        idOf={(line) => line.id}
        linked="applicant"
        link={caseLink}
      />
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
    </>
  );
}
