import { useState, type ReactElement } from 'react';
import type { FiguresView } from '../../contract/province-figures.ts';
import { bars } from '../../../../building/charts/bars.ts';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Chart } from '../../../../building/staff-kit/layout/chart.tsx';
import { Card, Nothing } from '../../../../building/staff-kit/layout/page.tsx';
import { useNarrow } from '../../../../building/staff-kit/layout/narrow.ts';
import { heldIn, valueText } from './figure-text.ts';
import { load } from './words/made/load.ts';

/** On a phone more bars than these run into one another: the list says it better. */
const mostOnAPhone = 20;

/** One figure of the counties as bars, in the order of their codes: no county is ranked. */
export function CountiesChart({ view }: { readonly view: FiguresView }): ReactElement {
  const { province: words, figure: figureWords } = useWords(load);
  const say = useSay();
  const language = useLanguage();
  const narrow = useNarrow();
  const [chosen, choose] = useState('');
  const at = Math.max(
    0,
    view.figures.findIndex(({ key }) => key === chosen),
  );
  const figure = view.figures[at];
  if (figure === undefined || (narrow && view.counties.length > mostOnAPhone)) return <></>;
  const drawn = view.counties.flatMap(({ name, cells }) => {
    const cell = cells[at];
    const value = cell === undefined ? undefined : heldIn(cell, figure.unit);
    return value === undefined ? [] : [{ name: say(name), value }];
  });
  const left = view.counties.length - drawn.length;
  return (
    <Card title={words.chart}>
      <div className="filters">
        <Select
          label={words.chartOf}
          options={view.figures.map((one) => ({ id: one.key, text: say(one.words) }))}
          value={figure.key}
          change={choose}
        />
      </div>
      {drawn.length === 0 ? (
        <Nothing>{words.nothingDrawn}</Nothing>
      ) : (
        <Chart
          markup={bars({
            words: {
              id: 'counties',
              title: say(figure.words),
              description: words.chartSays({ figure: say(figure.words), counties: drawn.length, left }),
              asTable: words.asTable,
            },
            of: words.county,
            names: drawn.map(({ name }) => name),
            series: [{ name: say(figure.words), values: drawn.map(({ value }) => value) }],
            read: (value) => valueText(value, figure.unit, { words: figureWords, language }),
            width: narrow ? 340 : drawn.length > 8 ? 1080 : 560,
          })}
        />
      )}
      {left > 0 && <p className="soft">{words.leftOut({ left })}</p>}
    </Card>
  );
}
