import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { useLanguage, useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card } from '../../../../../building/staff-kit/layout/page.tsx';
import { dayText, momentText } from '../../../../../building/staff-kit/date/when.ts';
import { load } from '../words/made/load.ts';

export type TimelineEntry = CaseFile['timeline'][number];

export function TimelineCard({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement {
  const words = useWords(load).one;
  return (
    <Card title={words.timeline}>
      <Timeline entries={entries} />
    </Card>
  );
}

/** What happened to a case, who did it, and what they wrote with it. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement {
  const say = useSay();
  return (
    <ol className="line">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{momentText(entry.at)}</time>
          <div>
            {say(entry.words)}
            <span className="soft">
              {' '}
              <span className="name-whole">{entry.by.name}</span>
              {entry.by.office !== undefined && ` · ${say(entry.by.office)}`}
            </span>
            {entry.note !== undefined && <q>{entry.note}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The one notice, what it asked for, and what came of it. */
export function CorrectionCard({
  correction,
}: {
  readonly correction: NonNullable<CaseFile['correction']>;
}): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const language = useLanguage();
  return (
    <Card
      title={words.correction}
      end={
        correction.answeredOn === undefined
          ? words.correctionOn({ day: dayText(correction.on, language) })
          : words.correctionAnswered({ day: dayText(correction.answeredOn, language) })
      }
    >
      <ul className="missing">
        {correction.items.map((item) => (
          <li key={item.kind === 'document' ? item.requirement : item.fact}>{say(item.words)}</li>
        ))}
      </ul>
      {correction.note !== undefined && (
        <p>
          <q>{correction.note}</q>
        </p>
      )}
      {correction.explanation !== undefined && (
        <p>
          {words.explanation} <q>{correction.explanation}</q>
        </p>
      )}
    </Card>
  );
}
