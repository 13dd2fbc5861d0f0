import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import type { Answers } from '../../../contract/asked.ts';
import type { CaseFile } from '../../../contract/case-file.ts';
import type { correctInput } from '../../../contract/correct.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { TextField } from '../../../../../building/staff-kit/form/text-field.tsx';
import { write } from '../../../../../building/staff-kit/ask/api.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { Card } from '../../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../../building/staff-kit/notice/problem-note.tsx';
import { holds, useMe } from '../../../../staff/screens/staff/session.ts';
import { useRefresh } from './acting.ts';
import { Photos } from '../file/photos.tsx';
import { photosOf, type Shot } from '../shots.ts';
import { benefitPageQuery } from '../queries.ts';
import { factOf, QuestionField } from '../apply/question-field.tsx';
import { load } from '../words/made/load.ts';

/** What a clerk does for a family that stands at the counter: correct what the notice asked for, or take the application back. */
export function CounterActs({ file }: { readonly file: CaseFile }): ReactElement | null {
  const me = useMe();
  const [open, setOpen] = useState<'withdraw'>();
  const words = useWords(load).one;
  if (!holds(me, 'receive') || file.turn === null) return null;
  return (
    <>
      {file.state === 'correcting' && <Correct file={file} />}
      <div className="no-print">
        {open === undefined ? (
          <Button look="quiet" press={() => setOpen('withdraw')}>
            {words.withdraw}
          </Button>
        ) : (
          <Withdraw file={file} cancel={() => setOpen(undefined)} />
        )}
      </div>
    </>
  );
}

function Correct({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(load).one;
  const refresh = useRefresh(file.id);
  const benefit = useQuery(benefitPageQuery(file.policy.replaceAll('/', '~')));
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const [explanation, setExplanation] = useState('');
  const items = file.correction?.items ?? [];
  const asked = new Set(items.map((item) => (item.kind === 'document' ? item.requirement : item.fact)));
  const correcting = useMutation({
    mutationFn: (body: z.infer<typeof correctInput>) => write('POST', `/api/office/cases/${file.id}/correction`, body),
    onSuccess: refresh,
  });
  const typed = explanation.trim();
  return (
    <Card title={words.correct} className="no-print">
      <p className="soft">{words.correctHint}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          correcting.mutate({
            version: file.version,
            photos: photosOf(shots),
            answers,
            ...(typed === '' ? {} : { explanation: typed }),
          });
        }}
      >
        {file.requirements
          .filter((one) => asked.has(one.key))
          .map((one) => (
            <Photos
              key={one.key}
              requirement={one}
              shots={shots}
              add={(shot) => setShots((now) => [...now, shot])}
              remove={(digest) => setShots((now) => now.filter((shot) => shot.digest !== digest))}
            />
          ))}
        {benefit.data?.questions
          .filter((question) => asked.has(factOf(question)))
          .map((question) => (
            <QuestionField key={question.key} question={question} answers={answers} change={setAnswers} />
          ))}
        <TextField label={words.correctExplain} lines={2} maxLength={500} value={explanation} change={setExplanation} />
        {correcting.isError && <ProblemNote error={correcting.error} />}
        <Button look="solid" submit busy={correcting.isPending}>
          {words.correctSure}
        </Button>
      </form>
    </Card>
  );
}

function Withdraw({ file, cancel }: { readonly file: CaseFile; readonly cancel: () => void }): ReactElement {
  const words = useWords(load).one;
  const refresh = useRefresh(file.id);
  const withdrawing = useMutation({
    mutationFn: () => write('POST', `/api/office/cases/${file.id}/withdrawal`, { version: file.version }),
    onSuccess: refresh,
  });
  return (
    <Card title={words.withdraw}>
      <p>{words.withdrawHint}</p>
      {withdrawing.isError && <ProblemNote error={withdrawing.error} />}
      <div className="acts">
        <Button look="grave" press={() => withdrawing.mutate()} busy={withdrawing.isPending}>
          {words.withdrawSure}
        </Button>
        <Button press={cancel}>{words.cancel}</Button>
      </div>
    </Card>
  );
}
