import { useMutation } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Me, SignIn } from '../../contract/sign-in.ts';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { type SampleStaff, sampleStaffOfPage } from './sample-staff.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

interface Props {
  readonly signedIn: (me: Me) => void;
  /** Who was signed in on this page until the session ended. */
  readonly signInName?: string;
}

/** Name and password. What is missing is said at the field; what the server refuses, above the button. */
export function SignInForm({ signedIn, signInName }: Props): ReactElement {
  const words = useWords(zh, en).signIn;
  const again = signInName !== undefined;
  const [name, setName] = useState(signInName ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const passwordInput = useRef<InputRef>(null);
  const nameInput = useRef<InputRef>(null);
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
      <Field label={words.name} error={asked && name.trim() === '' ? words.nameMissing : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={nameInput}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.password} error={asked && password === '' ? words.passwordMissing : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={passwordInput}
            type="password"
            size="large"
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {attempt.isError && <ProblemNote error={attempt.error} />}
      <Button type="primary" size="large" htmlType="submit" block disabled={attempt.isPending}>
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
  const words = useWords(zh, en).signIn;
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
            <Button type="link" onClick={() => pick(one)}>
              {one.name}
            </Button>
            <span className="soft">{say(one.words)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
