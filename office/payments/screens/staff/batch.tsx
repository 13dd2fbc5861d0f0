import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import type { BatchLineView, BatchView } from '../../contract/batch.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Yuan, yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import { dayText, momentText } from '../../../../building/staff-kit/date/when.ts';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { type Source, useGrowing } from '../../../../building/staff-kit/table/source.ts';
import { BatchFiles } from './batch-files.tsx';
import { BatchSigning } from './batch-signing.tsx';
import { BatchState } from './batch-state.tsx';
import { BatchSteps } from './batch-steps.tsx';
import { useSum } from './sum.ts';
import { batchQuery } from './queries.ts';
import { Link, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { batchAt, moneyAt } from './addresses.ts';
import { load } from './words/made/load.ts';

/** One batch: what it is, who signed what, what went to the bank and what came back. */
export function BatchScreen(): ReactElement {
  const { id } = useHere(batchAt).params;
  const words = useWords(load).batch;
  const query = useInfiniteQuery(batchQuery(id));
  const source = useGrowing(query, linesOf);
  // The newest answer tells the state; the earlier ones only add lines.
  const batch = query.data?.pages[0];
  return (
    <Page
      title={batch === undefined ? words.facts : words.title({ number: batch.number })}
      under={batch === undefined ? undefined : <BatchState state={batch.state} />}
      end={<Link at={moneyAt}>{words.back}</Link>}
    >
      <Loaded query={query}>
        {({ pages }) =>
          pages[0] === undefined ? null : (
            <>
              <BatchSteps batch={pages[0]} />
              <div className="two">
                <div>
                  <Facts batch={pages[0]} />
                  <BatchFiles batch={pages[0]} />
                </div>
                <BatchSigning key={pages[0].version} batch={pages[0]} />
              </div>
              <Lines source={source} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Facts({ batch }: { readonly batch: BatchView }): ReactElement {
  const words = useWords(load).batch;
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

const linesOf = (page: BatchView): readonly BatchLineView[] => page.lines;

function Lines({ source }: { readonly source: Source<BatchLineView> }): ReactElement {
  const words = useWords(load).batch;
  const columns = useColumns();
  const sum = useSum();
  const sumOf = (lines: readonly BatchLineView[]): string => sum(lines.map(({ amountFen }) => amountFen));
  return (
    <List
      name="batch-lines"
      caption={words.caption}
      columns={columns}
      source={source}
      idOf={(line) => String(line.line)}
      choosing={{ nameOf: ({ line, payee }) => `${line} ${payee}`, said: sumOf }}
      sum={sumOf}
      empty={words.caption}
    />
  );
}

function useColumns(): readonly Column<BatchLineView>[] {
  const words = useWords(load).batch;
  const say = useSay();
  return useMemo(
    () => [
      { key: 'line', head: words.line, look: 'number', cell: (line) => line.line, held: (line) => line.line },
      {
        key: 'payee',
        phone: 'head',
        head: words.payee,
        cell: (line) => line.payee,
        held: (line) => line.payee,
        filter: { kind: 'text' },
      },
      { key: 'bank', head: words.bank, cell: (line) => line.bank, held: (line) => line.bank },
      { key: 'account', head: words.account, cell: (line) => line.accountLast4, held: (line) => line.accountLast4 },
      {
        key: 'amount',
        phone: 'end',
        head: words.amount,
        look: 'number',
        cell: (line) => <Yuan fen={line.amountFen} />,
        held: (line) => yuanOf(line.amountFen),
        filter: { kind: 'numbers' },
      },
      { key: 'remark', head: words.remark, look: 'wrap', cell: (line) => line.remark, held: (line) => line.remark },
      {
        key: 'outcome',
        head: words.outcome,
        look: 'wrap',
        cell: (line) => <Outcome line={line} />,
        held: (line) => line.outcome,
        written: (line) =>
          line.outcome === undefined
            ? undefined
            : [words.outcomes[line.outcome], line.reason === undefined ? '' : say(line.reason)].join(' ').trim(),
        filter: { kind: 'some', options: Object.entries(words.outcomes).map(([id, text]) => ({ id, text })) },
      },
      {
        key: 'reference',
        phone: 'away',
        head: words.reference,
        look: 'quiet',
        begins: 'hidden',
        cell: (line) => line.reference,
        held: (line) => line.reference,
      },
    ],
    [words, say],
  );
}

function Outcome({ line }: { readonly line: BatchLineView }): ReactElement | null {
  const words = useWords(load).batch;
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
