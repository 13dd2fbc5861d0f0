import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { Checkbox } from '../../../../../building/staff-kit/choice/checkbox.tsx';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { TextField } from '../../../../../building/staff-kit/form/text-field.tsx';
import { useEscape } from '../../../../../building/staff-kit/keys/escape.ts';
import { useFirstFocus } from '../../../../../building/staff-kit/form/first-focus.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { draftOf, keepDraft } from './acting.ts';
import { load } from '../words/made/load.ts';

interface FrameProps {
  readonly busy: boolean;
  readonly cancel: () => void;
  /** Why it was not done. */
  readonly problem: ReactNode;
  readonly title: string;
  readonly sure: string;
  readonly submit: () => void;
  readonly children?: ReactNode;
}

/** What every act on a case shares: a title, what the act asks, what went wrong, and the two ways out. */
export function ActFrame({ title, sure, submit, busy, cancel, problem, children }: FrameProps): ReactElement {
  const words = useWords(load).one;
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
        <Button look="solid" submit disabled={busy}>
          {sure}
        </Button>
        <Button press={cancel}>{words.cancel}</Button>
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

/** What is typed with an act; kept while the signer looks at another case. */
export function NoteField({ file, name, label, hint, error, value, change }: NoteProps): ReactElement {
  return (
    <TextField
      label={label}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      lines={3}
      maxLength={500}
      value={value}
      change={(text) => {
        change(text);
        keepDraft(file.id, name, text);
      }}
    />
  );
}

/** A text of the form that outlives a look at another case. */
export function useDraft(file: CaseFile, name: string): [string, (text: string) => void] {
  return useState(() => draftOf(file.id)[name] ?? '');
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

export function Tick({ label, hint, on, change }: TickProps): ReactElement {
  return (
    <Checkbox ticked={on} change={change}>
      <span>
        {label}
        {hint !== undefined && <span className="law">{hint}</span>}
      </span>
    </Checkbox>
  );
}
