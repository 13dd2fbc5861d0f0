import { Alert, Button, Input } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { CaseFile, DeterminationWire } from '../../contract.ts';
import { type Problem, problemOf } from '../../../staff/screens/staff/kit/api.ts';
import { useEscape } from '../../../staff/screens/staff/kit/escape.ts';
import { Field } from '../../../staff/screens/staff/kit/field.tsx';
import { useFirstFocus } from '../../../staff/screens/staff/kit/first-focus.ts';
import { useSay, useWords } from '../../../staff/screens/staff/kit/language.ts';
import { ProblemNote } from '../../../staff/screens/staff/kit/problem-note.tsx';
import { fenFromWire, yuanText } from '../../../../values/fen.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { type Acted, type CaseActing, type CaseActKey, draftOf, keepDraft, useCaseAct, useRefresh } from './acting.ts';
import { Verdict } from './case-determination.tsx';
import { Timeline, type TimelineEntry } from './case-timeline.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

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

interface FrameProps extends Pick<FormProps, 'busy' | 'cancel' | 'problem'> {
  readonly title: string;
  readonly sure: string;
  readonly submit: () => void;
  readonly children?: ReactNode;
}

function Frame({ title, sure, submit, busy, cancel, problem, children }: FrameProps): ReactElement {
  const words = useWords(zh, en).one;
  const form = useFirstFocus<HTMLFormElement>();
  useEscape(cancel);
  const id = useId();
  return (
    <form
      ref={form}
      className="act-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <h3 id={id}>{title}</h3>
      {children}
      {problem}
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={busy}>
          {sure}
        </Button>
        <Button onClick={cancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

interface NoteProps {
  readonly file: CaseFile;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly change: (text: string) => void;
}

function NoteField({ file, name, label, hint, error, value, change }: NoteProps): ReactElement {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={3}
          maxLength={500}
          value={value}
          onChange={(event) => {
            change(event.target.value);
            keepDraft(file.id, name, event.target.value);
          }}
        />
      )}
    </Field>
  );
}

/** A text of the form that outlives a look at another case. */
function useDraft(file: CaseFile, name: string): [string, (text: string) => void] {
  return useState(() => draftOf(file.id)[name] ?? '');
}

function PassForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(zh, en).one;
  const [note, setNote] = useDraft(file, 'pass');
  const typed = note.trim();
  return (
    <Frame
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
    </Frame>
  );
}

function GrantForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(zh, en).one;
  const seen = seenIn(file);
  return (
    <Frame
      {...frame}
      title={words.actions.grant}
      sure={words.grantSure}
      submit={() => send({ step: 'confirm', body: { outcome: 'grant', version: file.version, seen } })}
    >
      {seen.amountFen !== null && (
        <p>
          {words.grantWhat(
            yuanText(fenFromWire(seen.amountFen)),
            `${file.account.holderName} ${file.account.bank} ${words.ending(file.account.last4)}`,
          )}
        </p>
      )}
    </Frame>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

function Tick({ label, hint, on, change }: TickProps): ReactElement {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      <span>
        {label}
        {hint !== undefined && <span className="law">{hint}</span>}
      </span>
    </label>
  );
}

function CorrectionForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(zh, en).one;
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
    <Frame {...frame} title={words.correctionTitle} sure={words.correctionSure} submit={submit}>
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
    </Frame>
  );
}

function withOrWithout(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}

function RefuseForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(zh, en).one;
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
    <Frame {...frame} title={words.refuseTitle} sure={words.refuseSure} submit={submit}>
      {byPolicy && (
        <>
          <p>{words.refuseByPolicy}</p>
          <ul className="because">
            {now.because.map((one) => (
              <li key={one.words.zh}>{say(one.words)}</li>
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
        <Field label={words.refuseArticle} error={asked && articleMissing ? words.refuseArticleMissing : undefined}>
          {(control) => (
            <select
              {...control}
              className="pick wide"
              value={article}
              onChange={(event) => setArticle(event.target.value)}
            >
              <option value="">{words.choose}</option>
              {file.articles.map((one) => (
                <option key={one.key} value={one.key}>
                  {say(one.heading)} · {one.law.title} {one.law.place}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p className="soft">{words.refuseRemedy}</p>
    </Frame>
  );
}

function SendBackForm({ file, send, ...frame }: FormProps): ReactElement {
  const words = useWords(zh, en).one;
  const [reason, setReason] = useDraft(file, 'send-back');
  const [asked, setAsked] = useState(false);
  const typed = reason.trim();
  return (
    <Frame
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
    </Frame>
  );
}

interface ActProblemProps {
  readonly error: unknown;
  readonly file: CaseFile;
  readonly again: () => void;
}

/** A tab left open while someone else acted: the difference is shown, and nothing typed is lost. */
function ActProblem({ error, file, again }: ActProblemProps): ReactElement {
  const words = useWords(zh, en).one;
  const refresh = useRefresh(file.id);
  const problem = problemOf(error);
  const difference = problem === undefined ? null : differenceOf(problem);
  if (difference === null) return <ProblemNote error={error} />;
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={difference.kind === 'stale' ? words.stale : words.determinationChanged}
      description={
        <>
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
            onClick={() => {
              void refresh().then(again);
            }}
          >
            {words.reload}
          </Button>
        </>
      }
    />
  );
}

type Difference =
  | { readonly kind: 'stale'; readonly since: readonly TimelineEntry[] }
  | {
      readonly kind: 'changed';
      readonly seen: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
      readonly now: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
    };

function differenceOf({ code, more }: Problem): Difference | null {
  if (code === 'stale-version' && Array.isArray(more['since']))
    return { kind: 'stale', since: more['since'] as readonly TimelineEntry[] };
  if (code === 'determination-changed' && more['seen'] !== undefined && more['now'] !== undefined)
    return { kind: 'changed', seen: more['seen'] as DeterminationWire, now: more['now'] as DeterminationWire };
  return null;
}
