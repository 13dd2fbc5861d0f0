import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { BatchLineView, BatchView } from '../../contract/batch.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Yuan } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText, momentText } from '../../../../building/staff-kit/date/when.ts';
import { BatchFiles } from './batch-files.tsx';
import { BatchSigning } from './batch-signing.tsx';
import { BatchState } from './batch-state.tsx';
import { batchQuery } from './queries.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

const route = getRouteApi('/batches/$id');

/** One batch: what it is, who signed what, what went to the bank and what came back. */
export function BatchScreen(): ReactElement {
  const { id } = route.useParams();
  const words = useWords(zh, en).batch;
  const query = useInfiniteQuery(batchQuery(id));
  // The newest answer tells the state; the earlier ones only add lines.
  const batch = query.data?.pages[0];
  return (
    <Page
      title={batch === undefined ? words.facts : words.title(batch.number)}
      under={batch === undefined ? undefined : <BatchState state={batch.state} />}
      end={<Link to="/money">{words.back}</Link>}
    >
      <Loaded query={query}>
        {({ pages }) =>
          pages[0] === undefined ? null : (
            <>
              <div className="two">
                <div>
                  <Facts batch={pages[0]} />
                  <BatchFiles batch={pages[0]} />
                </div>
                <BatchSigning key={pages[0].version} batch={pages[0]} />
              </div>
              <Lines lines={pages.flatMap((page) => page.lines)} />
              {query.hasNextPage && (
                <div className="rows-foot">
                  <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                    {words.more}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Facts({ batch }: { readonly batch: BatchView }): ReactElement {
  const words = useWords(zh, en).batch;
  const language = useLanguage();
  return (
    <Card title={words.facts}>
      <dl className="facts">
        <dt>{words.payOn}</dt>
        <dd>{dayText(batch.payOn, language)}</dd>
        <dt>{words.lines}</dt>
        <dd>{batch.lineCount}</dd>
        <dt>{words.total}</dt>
        <dd>
          <b>
            <Yuan fen={batch.totalFen} unit />
          </b>
        </dd>
        <dt>{words.drafted}</dt>
        <dd>
          {batch.draftedBy.name} {momentText(batch.draftedAt, { withYear: true })}
        </dd>
      </dl>
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly BatchLineView[] }): ReactElement {
  const words = useWords(zh, en).batch;
  return (
    <Scrolled className="rows" label={words.caption}>
      <table>
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <Head text={words.line} look="number" />
            <Head text={words.payee} />
            <Head text={words.bank} />
            <Head text={words.account} />
            <Head text={words.amount} look="number" />
            <Head text={words.remark} />
            <Head text={words.outcome} />
            <Head text={words.reference} look="quiet" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className="number" data-head={words.line}>
                {line.line}
              </td>
              <td data-head={words.payee}>{line.payee}</td>
              <td data-head={words.bank}>{line.bank}</td>
              <td data-head={words.account}>{line.accountLast4}</td>
              <td className="number" data-head={words.amount}>
                <Yuan fen={line.amountFen} />
              </td>
              <td className="wrap" data-head={words.remark}>
                {line.remark}
              </td>
              <td className="wrap" data-head={words.outcome}>
                <Outcome line={line} />
              </td>
              <td className="quiet" data-head={words.reference}>
                {line.reference}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Head({ text, look = '' }: { readonly text: string; readonly look?: string }): ReactElement {
  return (
    <th scope="col" className={look}>
      {text}
    </th>
  );
}

function Outcome({ line }: { readonly line: BatchLineView }): ReactElement | null {
  const words = useWords(zh, en).batch;
  const say = useSay();
  if (line.outcome === undefined) return null;
  const look = line.outcome === 'paid' ? 'good' : line.outcome === 'returned' ? 'bad' : '';
  return (
    <>
      <span className={`mark ${look}`}>{words.outcomes[line.outcome]}</span>{' '}
      {line.reason !== undefined && say(line.reason)}
    </>
  );
}
