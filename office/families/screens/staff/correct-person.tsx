import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CorrectPerson as Correction, StaleCorrection, CorrectionProblem } from '../../contract/correction.ts';
import type { PersonRecord } from '../../contract/record.ts';
import { Note } from '../../../../building/staff-kit/notice/note.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { DayField } from '../../../../building/staff-kit/date/day-field.tsx';
import { problemOf, write } from '../../../../building/staff-kit/ask/api.ts';
import { useFirstFocus } from '../../../../building/staff-kit/form/first-focus.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { changesOf, type CorrectionEntry, entryOf } from './correction.ts';
import { PersonFields } from './person-fields.tsx';
import { familyQuery } from './queries.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly person: PersonRecord;
  readonly familyId: string;
  readonly purpose: string;
  readonly stop: () => void;
}

/** Corrects what the register holds of a person. Somebody else's correction meanwhile is shown beside one's own. */
export function CorrectPerson({ person, familyId, purpose, stop }: Props): ReactElement {
  const words = useWords(load);
  const form = useFirstFocus<HTMLFormElement>();
  const [base, setBase] = useState(person);
  const [entry, setEntry] = useState(() => entryOf(person));
  const client = useQueryClient();
  const correcting = useMutation({
    mutationFn: (body: Correction) => write('PATCH', `/api/office/people/${person.id}`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: familyQuery(familyId, purpose).queryKey });
      stop();
    },
  });
  const change = (part: Partial<CorrectionEntry>): void => setEntry((now) => ({ ...now, ...part }));
  const stale = staleIn(correcting.error);
  const send = (version: number): void => correcting.mutate({ purpose, version, ...changesOf(entryOf(base), entry) });
  return (
    <Card title={words.family.correct({ name: person.name })}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(base.version);
        }}
      >
        <PersonFields entry={entry} change={change} tried withPhone />
        <DayField label={words.person.diedOn} value={entry.diedOn} change={(text) => change({ diedOn: text })} />
        {stale !== undefined && (
          <Difference
            stale={stale}
            useNow={() => {
              setBase(stale.now);
              setEntry(entryOf(stale.now));
              correcting.reset();
            }}
            keepMine={() => {
              setBase(stale.now);
              send(stale.now.version);
            }}
          />
        )}
        {correcting.isError && stale === undefined && <ProblemNote error={correcting.error} />}
        <div className="acts">
          <Button look="solid" submit busy={correcting.isPending}>
            {words.person.save}
          </Button>
          <Button press={stop}>{words.family.nothingDone}</Button>
        </div>
      </form>
    </Card>
  );
}

function staleIn(error: unknown): StaleCorrection | undefined {
  const problem = problemOf<CorrectionProblem>(error);
  if (problem?.code !== 'stale-version' || !Array.isArray(problem.more['differences'])) return undefined;
  return problem.more as unknown as StaleCorrection;
}

interface DifferenceProps {
  readonly stale: StaleCorrection;
  readonly useNow: () => void;
  readonly keepMine: () => void;
}

function Difference({ stale, useNow, keepMine }: DifferenceProps): ReactElement {
  const words = useWords(load).person;
  const say = useSay();
  return (
    <Note kind="wait" urgent className="problem" title={words.stale}>
      <p>{words.staleHint}</p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.nowThere}</th>
            <th scope="col">{words.youSent}</th>
          </tr>
        </thead>
        <tbody>
          {stale.differences.map((one) => (
            <tr key={one.field}>
              <th scope="row">{say(one.words)}</th>
              <td className="wrap">{one.now}</td>
              <td className="wrap">{one.sent}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts">
        <Button press={useNow}>{words.useNow}</Button>
        <Button press={keepMine}>{words.keepMine}</Button>
      </div>
    </Note>
  );
}
