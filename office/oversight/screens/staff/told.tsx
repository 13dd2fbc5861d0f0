import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactElement } from 'react';
import type { FiguresView } from '../../contract/province-figures.ts';
import { read, write } from '../../../../building/staff-kit/ask/api.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { tell } from '../../../../building/staff-kit/notice/toast.tsx';
import { cellText } from './figure-text.ts';
import { load } from './words/made/load.ts';

const address = '/api/office/province-figures';

const toldQuery = queryOptions({
  queryKey: ['oversight', 'told'],
  queryFn: () => read<FiguresView>(address),
});

/** What this county told its province, exactly as the province reads it; and today's figures told now, without waiting for the night. */
export function ToldScreen(): ReactElement {
  const words = useWords(load).told;
  const client = useQueryClient();
  const query = useQuery(toldQuery);
  const telling = useMutation({
    mutationFn: () => write<FiguresView>('POST', address),
    onSuccess: (view) => {
      client.setQueryData(toldQuery.queryKey, view);
      tell(words.done);
    },
  });
  return (
    <Page
      title={words.title}
      end={
        <Button look="solid" busy={telling.isPending} press={() => telling.mutate()}>
          {words.now}
        </Button>
      }
    >
      <p className="says soft">{words.says}</p>
      {telling.isError && <ProblemNote error={telling.error} />}
      <Loaded query={query}>{(view) => <Told view={view} />}</Loaded>
    </Page>
  );
}

function Told({ view }: { readonly view: FiguresView }): ReactElement {
  const { told: words, figure: figureWords } = useWords(load);
  const say = useSay();
  const language = useLanguage();
  const [county] = view.counties;
  if (county?.day === undefined) return <Nothing>{words.nothing}</Nothing>;
  return (
    <Card title={words.last} end={dayText(county.day, language)}>
      <dl className="facts">
        {view.figures.map((figure, i) => (
          <Fragment key={figure.key}>
            <dt>{say(figure.words)}</dt>
            <dd>{cellText(county.cells[i] ?? { kind: 'none' }, figure.unit, { words: figureWords, language })}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  );
}
