import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ChangePassword } from '../../contract/account.ts';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { Checkbox } from '../../../../building/staff-kit/choice/checkbox.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { chooseSingleKeys, useSingleKeys } from '../../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { useMe } from './session.ts';
import { load } from './words/made/load.ts';

/** My duties, my password, and how this screen answers to keys. */
export function AccountScreen(): ReactElement {
  const words = useWords(load).account;
  const say = useSay();
  const me = useMe();
  return (
    <Page title={words.title}>
      <div className="two">
        <div>
          <Card title={me.staff.name}>
            <dl className="facts">
              <dt>{words.signInName}</dt>
              <dd>{me.staff.signInName}</dd>
              <dt>{words.office}</dt>
              <dd>{say(me.office.name)}</dd>
              <dt>{words.duties}</dt>
              <dd>
                {me.duties.map((held) => (
                  <div key={held.duty}>
                    {say(held.words)}{' '}
                    <span className="soft">{words.within({ division: say(held.division.name) })}</span>
                  </div>
                ))}
              </dd>
            </dl>
          </Card>
          <KeysCard />
        </div>
        <PasswordCard signInName={me.staff.signInName} />
      </div>
    </Page>
  );
}

function KeysCard(): ReactElement {
  const words = useWords(load).account;
  const on = useSingleKeys();
  return (
    <Card title={words.keys}>
      <p className="soft">{words.keysHint}</p>
      <Checkbox ticked={on} change={chooseSingleKeys}>
        {on ? words.keysOn : words.keysOff}
      </Checkbox>
    </Card>
  );
}

const shortest = 12;
const nothing = { current: '', chosen: '', repeated: '' };

function PasswordCard({ signInName }: { readonly signInName: string }): ReactElement {
  const words = useWords(load).account;
  const [entry, setEntry] = useState(nothing);
  const [tried, setTried] = useState(false);
  const changing = useMutation({
    mutationFn: (body: ChangePassword) => write('POST', '/api/office/password', body),
    onSuccess: () => {
      setEntry(nothing);
      setTried(false);
    },
  });
  const change = (part: Partial<typeof nothing>): void => setEntry((now) => ({ ...now, ...part }));
  const faults = {
    current: entry.current === '' ? words.currentMissing : undefined,
    chosen: [...entry.chosen].length < shortest ? words.tooShort : undefined,
    repeated: entry.chosen === entry.repeated ? undefined : words.different,
  };
  const whole = Object.values(faults).every((fault) => fault === undefined);
  const input = (name: keyof typeof nothing, label: string, autoComplete: string, hint?: string): ReactElement => (
    <TextField
      label={label}
      hint={hint}
      error={tried ? faults[name] : undefined}
      type="password"
      autoComplete={autoComplete}
      maxLength={200}
      value={entry[name]}
      change={(text) => change({ [name]: text })}
    />
  );
  return (
    <Card title={words.password}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (whole) changing.mutate({ current: entry.current, chosen: entry.chosen });
        }}
      >
        {/* Lets a password manager know whose password changes. */}
        <input type="text" autoComplete="username" value={signInName} readOnly hidden />
        {input('current', words.current, 'current-password')}
        {input('chosen', words.chosen, 'new-password', words.hint)}
        {input('repeated', words.repeated, 'new-password')}
        {changing.isError && <ProblemNote error={changing.error} />}
        {changing.isSuccess && <output>{words.saved}</output>}
        <Button look="solid" submit busy={changing.isPending}>
          {words.save}
        </Button>
      </form>
    </Card>
  );
}
