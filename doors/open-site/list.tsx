import type { Language } from '../../values/language.ts';
import { DoorsList, type WayIn } from '../../building/web-kit/shown/doors-list.tsx';
import type { FigureShown } from '../../office/hall/published.ts';
import { Figures } from './figures.tsx';
import { wordsIn } from './words/made/all.ts';

const places = ['check', 'track', 'disagree', 'help', 'kept'] as const;

export interface OpenListProps {
  readonly language: Language;
  readonly county: string;
  readonly townships: number;
  readonly villages: number;
  readonly benefits: readonly WayIn[];
  readonly figures: readonly FigureShown[];
}

/** Everything that is public, on one page. */
export function OpenList(props: OpenListProps) {
  const { language } = props;
  const words = wordsIn(language);
  const { benefits } = props;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede({ county: props.county })}</p>
      <h2>{words.benefits}</h2>
      {benefits.length === 0 ? <p>{words.noBenefits}</p> : <DoorsList ways={benefits} />}
      <Figures language={language} title={words.figures} withheld={words.withheld} figures={props.figures} />
      <h2>{words.more}</h2>
      <DoorsList ways={places.map((place) => ({ href: `/${place}`, ...words.ways[place] }))} />
      <h2>{words.data}</h2>
      <p>{words.dataSays}</p>
      <p class="links">
        <a href="/api/benefits">{words.dataBenefits}</a>
        <a href="/open/figures.json">{words.dataFigures}</a>
        <a href="/api/openapi.json">{words.dataApi}</a>
      </p>
      <h2>{words.county}</h2>
      <p>{words.countySays({ county: props.county, townships: props.townships, villages: props.villages })}</p>
    </>
  );
}
