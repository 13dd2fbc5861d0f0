import { type Language, localeOf } from '../../values/language.ts';
import { moneyWords, said } from '../../building/web-kit/say.ts';
import type { FigureShown } from '../../office/hall/published.ts';
import { fenFromWire } from '../../values/fen.ts';

interface FiguresProps {
  readonly language: Language;
  readonly title: string;
  readonly withheld: string;
  readonly figures: readonly FigureShown[];
}

/** The figures that the desks publish, as a table. */
export function Figures({ language, title, withheld, figures }: FiguresProps) {
  if (figures.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <dl class="facts">
        {figures.map((figure) => (
          <div>
            <dt>{said(figure.words, language)}</dt>
            <dd>{valueWords(figure, language) ?? withheld}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function valueWords({ unit, value }: FigureShown, language: Language): string | undefined {
  if (value === undefined) return undefined;
  switch (unit) {
    case 'fen':
      return moneyWords(fenFromWire(String(value)), language);
    case 'share':
      return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
        Number(value),
      );
    case 'count':
      return new Intl.NumberFormat(localeOf(language)).format(Number(value));
  }
}
