import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import type { ConfirmProblem } from '../../../contract/review.ts';
import { Note } from '../../../../../building/staff-kit/notice/note.tsx';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { type Problem, problemOf } from '../../../../../building/staff-kit/ask/api.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { ProblemNote } from '../../../../../building/staff-kit/notice/problem-note.tsx';
import { useRefresh } from './acting.ts';
import { Verdict } from '../file/determination.tsx';
import { Timeline, type TimelineEntry } from '../file/timeline.tsx';
import { load } from '../words/made/load.ts';

interface ActProblemProps {
  readonly error: unknown;
  readonly file: CaseFile;
  readonly again: () => void;
}

/** A tab left open while someone else acted: the difference is shown, and nothing typed is lost. */
export function ActProblem({ error, file, again }: ActProblemProps): ReactElement {
  const words = useWords(load).one;
  const refresh = useRefresh(file.id);
  const problem = problemOf<ConfirmProblem>(error);
  const difference = problem === undefined ? null : differenceOf(problem);
  if (difference === null) return <ProblemNote error={error} />;
  return (
    <Note
      kind="wait"
      urgent
      className="problem"
      title={difference.kind === 'stale' ? words.stale : words.determinationChanged}
    >
      <p>{difference.kind === 'stale' ? words.staleHint : words.determinationChangedHint}</p>
      {difference.kind === 'stale' ? (
        <Timeline entries={difference.since} />
      ) : (
        <p>
          {words.youSaw}{' '}
          <b>
            <Verdict determination={difference.seen} />
          </b>{' '}
          → {words.now}{' '}
          <b>
            <Verdict determination={difference.now} />
          </b>
        </p>
      )}
      <Button
        press={() => {
          void refresh().then(again);
        }}
      >
        {words.reload}
      </Button>
    </Note>
  );
}

type Difference =
  | { readonly kind: 'stale'; readonly since: readonly TimelineEntry[] }
  | {
      readonly kind: 'changed';
      readonly seen: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
      readonly now: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
    };

function differenceOf({ code, more }: Problem<ConfirmProblem>): Difference | null {
  if (code === 'stale-version' && Array.isArray(more['since']))
    return { kind: 'stale', since: more['since'] as readonly TimelineEntry[] };
  if (code === 'determination-changed' && more['seen'] !== undefined && more['now'] !== undefined)
    return { kind: 'changed', seen: more['seen'] as DeterminationWire, now: more['now'] as DeterminationWire };
  return null;
}
