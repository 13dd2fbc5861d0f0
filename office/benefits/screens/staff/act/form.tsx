import { useState, type ReactElement, type ReactNode } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import { fenFromWire, yuanText } from '../../../../../values/fen.ts';
import { unreachable } from '../../../../../values/unreachable.ts';
import { Select } from '../../../../../building/staff-kit/choice/select.tsx';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { ActFrame, NoteField, Tick, useDraft } from './frame.tsx';
import { ActProblem } from './problem.tsx';
import { type Acted, type CaseActing, type CaseActKey, useCaseAct } from './acting.ts';
import { load } from '../words/made/load.ts';

interface Props {
  readonly file: CaseFile;
  readonly act: CaseActKey;
  readonly cancel: () => void;
  readonly done: (acted: Acted) => void;
}

/** What each act needs to be told, in the page itself: nothing pops up, the evidence stays in sight. */
export function ActForm({ file, act, cancel, done }: Props): ReactElement {
  const attempt = useCaseAct(file.id, done);
  // Somebody else may have acted while this form stood open: what was typed stays, but can't be sent.
  const forbidden = file.actions.every((action) => action.key !== act || !action.allowed);
  const form: FormProps = {
    file,
    send: (acting) => attempt.mutate(acting),
    busy: attempt.isPending || forbidden,
    cancel,
    problem: attempt.isError ? <ActProblem error={attempt.error} file={file} again={() => attempt.reset()} /> : null,
  };
  switch (act) {
    case 'pass':
      return <PassForm {...form} />;
    case 'grant':
      return <GrantForm {...form} />;
    case 'ask-correction':
      return <CorrectionForm {...form} />;
    case 'refuse':
      return <RefuseForm {...form} />;
    case 'send-back':
      return <SendBackForm {...form} />;
    default:
      return unreachable(act);
  }
}

interface FormProps {
  readonly file: CaseFile;
  readonly send: (acting: CaseActing) => void;
  readonly busy: boolean;
  readonly cancel: () => void;
  readonly problem: ReactNode;
}

/** The determination that the signer has before their eyes. */
function seenIn(file: CaseFile): Pick<DeterminationWire, 'outcome' | 'amountFen'> {
  const { outcome, amountFen } = file.changedSince ?? file.determination;
  return { outcome, amountFen };
}

function PassForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(load).one;
  const [note, setNote] = useDraft(file, 'pass');
  const typed = note.trim();
  return (
    <ActFrame
      {...frame}
      title={words.actions.pass}
      sure={words.passSure}
      submit={() =>
        send({
          step: 'review',
          body: {
            outcome: 'pass',
            version: file.version,
            seen: seenIn(file),
            ...(typed === '' ? {} : { note: typed }),
          },
        })
      }
    >
      <NoteField file={file} name="pass" label={words.note} hint={words.noteHint} value={note} change={setNote} />
    </ActFrame>
  );
}

function GrantForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(load).one;
  const seen = seenIn(file);
  return (
    <ActFrame
      {...frame}
      title={words.actions.grant}
      sure={words.grantSure}
      submit={() => send({ step: 'confirm', body: { outcome: 'grant', version: file.version, seen } })}
    >
      {seen.amountFen !== null && (
        <p>
          {words.grantWhat({
            amount: yuanText(fenFromWire(seen.amountFen)),
            holder: `${file.account.holderName} ${file.account.bank} ${words.ending({ last4: file.account.last4 })}`,
          })}
        </p>
      )}
    </ActFrame>
  );
}

function CorrectionForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const lacking = file.requirements.filter((one) => one.required && one.given === 0).map((one) => one.key);
  const [documents, setDocuments] = useState<ReadonlySet<string>>(new Set(lacking));
  const missing = (file.changedSince ?? file.determination).missing;
  const [facts, setFacts] = useState<ReadonlySet<string>>(new Set(missing.map((one) => one.fact)));
  const [note, setNote] = useDraft(file, 'ask-correction');
  const [asked, setAsked] = useState(false);
  const none = documents.size === 0 && facts.size === 0;
  const typed = note.trim();
  const submit = (): void => {
    setAsked(true);
    if (none) return;
    send({
      step: 'review',
      body: {
        outcome: 'ask-correction',
        version: file.version,
        documents: [...documents],
        facts: [...facts],
        ...(typed === '' ? {} : { note: typed }),
      },
    });
  };
  return (
    <ActFrame {...frame} title={words.correctionTitle} sure={words.correctionSure} submit={submit}>
      <p>{words.correctionOnce}</p>
      <fieldset>
        <legend>{words.correctionDocuments}</legend>
        <div className="ticks">
          {file.requirements.map((one) => (
            <Tick
              key={one.key}
              label={say(one.name)}
              hint={say(one.hint)}
              on={documents.has(one.key)}
              change={(on) => setDocuments(withOrWithout(documents, one.key, on))}
            />
          ))}
        </div>
      </fieldset>
      {file.askable.length > 0 && (
        <fieldset>
          <legend>{words.correctionFacts}</legend>
          <div className="ticks">
            {file.askable.map((one) => (
              <Tick
                key={one.fact}
                label={say(one.words)}
                on={facts.has(one.fact)}
                change={(on) => setFacts(withOrWithout(facts, one.fact, on))}
              />
            ))}
          </div>
        </fieldset>
      )}
      {asked && none && (
        <p className="field-error" role="alert">
          {words.correctionNone}
        </p>
      )}
      <NoteField
        file={file}
        name="ask-correction"
        label={words.correctionNote}
        hint={words.correctionNoteHint}
        value={note}
        change={setNote}
      />
    </ActFrame>
  );
}

function withOrWithout(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}

function RefuseForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const [reason, setReason] = useDraft(file, 'refuse');
  const [article, setArticle] = useState('');
  const [asked, setAsked] = useState(false);
  const now = file.changedSince ?? file.determination;
  // The policy itself refuses: its reasons go into the decision, and an own one is not needed.
  const byPolicy = now.outcome === 'not-eligible';
  const typed = reason.trim();
  const reasonMissing = !byPolicy && typed === '';
  const articleMissing = article === '' && (!byPolicy || typed !== '');
  const submit = (): void => {
    setAsked(true);
    if (reasonMissing || articleMissing) return;
    const own = typed === '' ? {} : { reason: typed, article };
    const body = { outcome: 'refuse', version: file.version, seen: seenIn(file), ...own } as const;
    send(file.turn === 'confirm' ? { step: 'confirm', body } : { step: 'review', body });
  };
  return (
    <ActFrame {...frame} title={words.refuseTitle} sure={words.refuseSure} submit={submit}>
      {byPolicy && (
        <>
          <p>{words.refuseByPolicy}</p>
          <ul className="because">
            {now.because.map((one) => (
              <li key={one.words['zh-CN']}>{say(one.words)}</li>
            ))}
          </ul>
        </>
      )}
      <NoteField
        file={file}
        name="refuse"
        label={byPolicy ? words.refuseReasonMore : words.refuseReason}
        hint={words.refuseReasonHint}
        error={asked && reasonMissing ? words.refuseReasonMissing : undefined}
        value={reason}
        change={setReason}
      />
      {(!byPolicy || typed !== '') && (
        <Select
          label={words.refuseArticle}
          error={asked && articleMissing ? words.refuseArticleMissing : undefined}
          placeholder={words.choose}
          options={file.articles.map((one) => ({
            id: one.key,
            text: say(one.heading),
            under: `${one.law.title} ${one.law.place}`,
          }))}
          value={article}
          change={setArticle}
        />
      )}
      <p className="soft">{words.refuseRemedy}</p>
    </ActFrame>
  );
}

function SendBackForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(load).one;
  const [reason, setReason] = useDraft(file, 'send-back');
  const [asked, setAsked] = useState(false);
  const typed = reason.trim();
  return (
    <ActFrame
      {...frame}
      title={words.sendBackTitle}
      sure={words.sendBackSure}
      submit={() => {
        setAsked(true);
        if (typed !== '')
          send({ step: 'confirm', body: { outcome: 'send-back', version: file.version, reason: typed } });
      }}
    >
      <NoteField
        file={file}
        name="send-back"
        label={words.sendBackReason}
        error={asked && typed === '' ? words.sendBackMissing : undefined}
        value={reason}
        change={setReason}
      />
    </ActFrame>
  );
}
