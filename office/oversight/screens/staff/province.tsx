import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import type { Cell, FiguresView } from '../../contract/province-figures.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';
import { DayField } from '../../../../building/staff-kit/date/day-field.tsx';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { useGo, useHere } from '../../../../building/staff-kit/place/link.tsx';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { readDay } from '../../../../values/day.ts';
import { provinceAt } from './addresses.ts';
import { CountiesChart } from './counties-chart.tsx';
import { cellText, heldIn } from './figure-text.ts';
import { load } from './words/made/load.ts';

const figuresQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: ['oversight', 'province', day],
    queryFn: () => read<FiguresView>('/api/province/figures', { day }),
    // The figures stay while those of another day are on their way.
    placeholderData: keepPreviousData,
  });

/** What the counties of a province told it, side by side. Nobody's case or name is behind any of it. */
export function ProvinceScreen(): ReactElement {
  const words = useWords(load).province;
  const { day } = useHere(provinceAt).search;
  // What is no day is as if it were not there.
  const query = useQuery(figuresQuery(day === undefined ? undefined : readDay(day)));
  return (
    <Page title={words.title}>
      <p className="says soft">{words.says}</p>
      <Loaded query={query}>{(view) => <Figures view={view} />}</Loaded>
    </Page>
  );
}

function Figures({ view }: { readonly view: FiguresView }): ReactElement {
  const words = useWords(load).province;
  const columns = useColumns(view.figures);
  return (
    <>
      <UntilDay key={view.day} day={view.day} />
      {view.figures.length === 0 ? (
        <Nothing>
          <p>{view.counties.length === 0 ? words.noCounty : words.nothingTold}</p>
          <p>{words.toldDaily}</p>
        </Nothing>
      ) : (
        <>
          <Totals view={view} />
          <CountiesChart view={view} />
          <List
            name="province"
            caption={words.caption}
            columns={columns}
            source={{ kind: 'whole', rows: view.counties }}
            idOf={(county) => county.code}
            empty={words.noCounty}
          />
        </>
      )}
    </>
  );
}

/** Of which day: a whole day that was typed or picked is asked for at once. */
function UntilDay({ day }: { readonly day: string }): ReactElement {
  const words = useWords(load).province;
  const go = useGo();
  const [typed, type] = useState(day);
  const change = (text: string): void => {
    type(text);
    if (text !== day && readDay(text) !== undefined) void go(provinceAt, { search: { day: text } });
  };
  return (
    <div className="filters">
      <DayField label={words.until} value={typed} change={change} />
    </div>
  );
}

function Totals({ view }: { readonly view: FiguresView }): ReactElement {
  const words = useWords(load).province;
  const figureWords = useWords(load).figure;
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="strip" aria-label={words.totals}>
      {view.figures.map((figure, i) => (
        <li key={figure.key}>
          <b>{cellText(view.totals[i] ?? nothing, figure.unit, { words: figureWords, language })}</b>
          <span>{words.together({ figure: say(figure.words) })}</span>
        </li>
      ))}
    </ul>
  );
}

type CountyRow = FiguresView['counties'][number];
const nothing: Cell = { kind: 'none' };

function useColumns(figures: FiguresView['figures']): readonly Column<CountyRow>[] {
  const words = useWords(load).province;
  const figureWords = useWords(load).figure;
  const say = useSay();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'county',
        head: words.county,
        cell: ({ name, code }) => (
          <>
            <b>{say(name)}</b> <span className="soft">{code}</span>
          </>
        ),
        held: ({ name }) => say(name),
        written: ({ name, code }) => `${say(name)} ${code}`,
        filter: { kind: 'text' },
        phone: 'head',
      },
      ...figures.map((figure, i): Column<CountyRow> => {
        const textOf = ({ cells }: CountyRow): string =>
          cellText(cells[i] ?? nothing, figure.unit, { words: figureWords, language });
        return {
          key: figure.key,
          head: say(figure.words),
          look: 'number',
          cell: (row) => (row.cells[i]?.kind === 'shown' ? textOf(row) : <span className="soft">{textOf(row)}</span>),
          held: ({ cells }) => heldIn(cells[i] ?? nothing, figure.unit),
          written: (row) => heldIn(row.cells[i] ?? nothing, figure.unit) ?? textOf(row),
        };
      }),
      {
        key: 'day',
        head: words.ofDay,
        look: 'quiet',
        cell: ({ day }) => (day === undefined ? words.notYet : dayText(day, language)),
        held: ({ day }) => day,
        phone: 'end',
      },
    ],
    [figures, words, figureWords, say, language],
  );
}
