import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Localized } from '../../../../../values/language.ts';
import type { CaseFile } from '../../../contract/case-file.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { useKeys } from '../../../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card } from '../../../../../building/staff-kit/layout/page.tsx';
import { neighboursOf } from '../../../../../building/staff-kit/keys/places.ts';
import { holds, useMe } from '../../../../staff/screens/staff/session.ts';
import { type Acted, type CaseActKey, dropDraft } from './acting.ts';
import { ActForm } from './form.tsx';
import { NextCase } from '../file/neighbours.tsx';
import { load } from '../words/made/load.ts';

const keyOf: Readonly<Record<CaseActKey, string>> = {
  pass: 'A',
  grant: 'A',
  'ask-correction': 'C',
  'send-back': 'C',
  refuse: 'R',
};

/** Checks above the decision, then what my duty allows; what it forbids says why. */
export function DecidePart({ file }: { readonly file: CaseFile }): ReactElement | null {
  const words = useWords(load).one;
  const say = useSay();
  const [chosen, choose] = useState<CaseActKey>();
  const [done, setDone] = useState<{ readonly act: CaseActKey; readonly acted: Acted }>();
  const acts = useRef<HTMLDivElement>(null);
  const me = useMe();
  const cancel = (): void => {
    // Whoever changes their mind stands again at the button that they had pressed.
    acts.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    choose(undefined);
  };
  const allowed = file.actions.filter((action) => action.allowed);
  const reasons = whyNots(file.actions);
  const keys: Record<string, () => void> = {};
  for (const action of allowed) keys[keyOf[action.key].toLowerCase()] = () => choose(action.key);
  useKeys(keys);

  if (done !== undefined) return <Done id={file.id} act={done.act} acted={done.acted} />;
  if (file.turn === null) return null;
  if (!holds(me, 'review', 'confirm')) return <NotMine reasons={reasons} />;
  return (
    <>
      <Card title={words.checks}>
        <ul className="checks">
          {file.checks.map((check) => (
            <li key={check.key} className={check.result}>
              <span>
                <span className="unseen">{words.checkResults[check.result]} </span>
                {say(check.words)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words.decide} className="no-print">
        {file.actions.length === 0 ? (
          <p className="soft">{words.nothingToDo}</p>
        ) : (
          <>
            <div className="acts" ref={acts}>
              {file.actions.map((action) => (
                <Button
                  key={action.key}
                  look={action === allowed[0] ? 'solid' : 'plain'}
                  disabled={!action.allowed}
                  aria-expanded={chosen === action.key}
                  press={() => choose(action.key)}
                >
                  {words.actions[action.key]} {action.allowed && <kbd aria-hidden="true">{keyOf[action.key]}</kbd>}
                </Button>
              ))}
            </div>
            {reasons.length > 0 && (
              <ul className="why-not">
                {reasons.map(({ acts, why }) => (
                  <li key={why['zh-CN']}>
                    {acts.length < file.actions.length && (
                      <b>{acts.map((act) => words.actions[act]).join(words.betweenNames)} </b>
                    )}
                    {say(why)}
                  </li>
                ))}
              </ul>
            )}
            {allowed.length > 0 && chosen === undefined && <p className="soft">{words.onceDone}</p>}
          </>
        )}
        {chosen !== undefined && (
          <ActForm
            key={chosen}
            file={file}
            act={chosen}
            cancel={cancel}
            done={(acted) => {
              dropDraft(file.id);
              setDone({ act: chosen, acted });
            }}
          />
        )}
      </Card>
    </>
  );
}

/** For those who neither review nor confirm: whose turn it is, without buttons that can never be theirs. */
function NotMine({ reasons }: { readonly reasons: ReturnType<typeof whyNots> }): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  return (
    <Card title={words.decide} className="no-print">
      {reasons.length === 0 && <p className="soft">{words.nothingToDo}</p>}
      {reasons.map(({ why }) => (
        <p key={why['zh-CN']}>{say(why)}</p>
      ))}
    </Card>
  );
}

/** Why each forbidden act is forbidden, one line for those that share the reason. */
function whyNots(
  actions: CaseFile['actions'],
): readonly { readonly acts: readonly CaseActKey[]; readonly why: Localized }[] {
  const lines: { acts: CaseActKey[]; why: Localized }[] = [];
  for (const { key, allowed, why } of actions) {
    if (allowed || why === undefined) continue;
    const line = lines.find((one) => one.why['zh-CN'] === why['zh-CN']);
    if (line === undefined) lines.push({ acts: [key], why });
    else line.acts.push(key);
  }
  return lines;
}

interface DoneProps {
  readonly id: string;
  readonly act: CaseActKey;
  readonly acted: Acted;
}

/** It is done; one key leads on. */
function Done({ id, act, acted }: DoneProps): ReactElement {
  const words = useWords(load).one;
  const { next } = neighboursOf(id);
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} className="card done no-print" tabIndex={-1}>
      <output>
        <b>{words.done[act]}</b>
        {acted.decisionNumber !== undefined && <> {words.decisionNumber({ number: acted.decisionNumber })}</>}
      </output>
      {next !== undefined && (
        <p>
          <NextCase id={next} />
        </p>
      )}
    </section>
  );
}
