import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Me, SignIn } from '../../contract/sign-in.ts';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { type SampleStaff, sampleStaffOfPage } from './sample-staff.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly signedIn: (me: Me) => void;
  /** Who was signed in on this page until the session ended. */
  readonly signInName?: string;
}

/** Name and password. What is missing is said at the field; what the server refuses, above the button. */
export function SignInForm({ signedIn, signInName }: Props): ReactElement {
  const words = useWords(load).signIn;
  const again = signInName !== undefined;
  const [name, setName] = useState(signInName ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    mutationFn: (body: SignIn) => write<Me>('POST', '/api/office/sign-in', body),
    onSuccess: signedIn,
    onError: () => passwordInput.current?.select(),
  });
  useEffect(() => {
    (again ? passwordInput : nameInput).current?.focus();
  }, [again]);
  const submit = (): void => {
    setAsked(true);
    if (name.trim() === '') nameInput.current?.focus();
    else if (password === '') passwordInput.current?.focus();
    else attempt.mutate({ signInName: name.trim(), password });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={words.name}
        error={asked && name.trim() === '' ? words.nameMissing : undefined}
        input={nameInput}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck="false"
        maxLength={40}
        value={name}
        change={setName}
      />
      <TextField
        label={words.password}
        error={asked && password === '' ? words.passwordMissing : undefined}
        input={passwordInput}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        change={setPassword}
      />
      {attempt.isError && <ProblemNote error={attempt.error} />}
      <Button look="solid" submit className="whole" busy={attempt.isPending}>
        {attempt.isPending ? words.going : words.go}
      </Button>
      <p className="soft">{words.forgotten}</p>
      {again || (
        <SampleStaffList
          pick={(one) => {
            setName(one.signInName);
            setPassword(one.password);
            passwordInput.current?.focus();
          }}
        />
      )}
    </form>
  );
}

/** In a sample county a newcomer picks whom to be. */
function SampleStaffList({ pick }: { readonly pick: (one: SampleStaff) => void }): ReactElement | null {
  const words = useWords(load).signIn;
  const say = useSay();
  const people = sampleStaffOfPage();
  const [first] = people;
  if (first === undefined) return null;
  return (
    <details className="samples" open>
      <summary>{words.sample}</summary>
      <p className="soft">{words.sampleHint}</p>
      <p>
        {words.samplePassword} <code translate="no">{first.password}</code>
      </p>
      <ul>
        {people.map((one) => (
          <li key={one.signInName}>
            <Button look="quiet" small press={() => pick(one)}>
              {one.name}
            </Button>
            <span className="soft">{say(one.words)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
