import { useState, type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../button/button.tsx';
import { Dialog } from '../../dialog/dialog.tsx';
import { focusHomeIfLost } from '../../dialog/focus-home.ts';
import { TextField } from '../../form/text-field.tsx';
import { useWords } from '../../language.ts';
import { load } from '../../words/made/load.ts';
import { type ListState, sameState } from '../ask/state.ts';
import { useViews, withoutNames } from './kept-views.ts';

interface Props {
  readonly list: string;
  readonly begin: ListState;
  readonly state: ListState;
  readonly change: (state: ListState) => void;
}

/** The person's own views of a list beside how it begins, and what keeps the present one under a name. */
export function ViewsRow({ list, begin, state, change }: Props): ReactElement | null {
  const words = useWords(load).views;
  const [views, keep] = useViews(list);
  const [naming, setNaming] = useState(false);
  const isBegin = sameState(begin, state);
  const current = views.find((view) => sameState(view.state, withoutNames({ name: '', state }).state));
  if (views.length === 0 && isBegin) return null;
  return (
    <nav className="views" aria-label={words.label}>
      <ViewButton text={words.whole} now={isBegin} press={() => change(begin)} />
      {views.map((view) => (
        <ViewButton
          key={view.name}
          text={view.name}
          now={!isBegin && view === current}
          press={() => change(view.state)}
          drop={() => {
            keep(views.filter((one) => one !== view));
            focusHomeIfLost();
          }}
        />
      ))}
      {!isBegin && current === undefined && (
        <Button small look="quiet" press={() => setNaming(true)}>
          {words.keep}
        </Button>
      )}
      <NameDialog
        open={naming}
        close={() => setNaming(false)}
        taken={views.map(({ name }) => name)}
        name={(name) => {
          keep([...views.filter((view) => view.name !== name), { name, state }]);
          setNaming(false);
        }}
      />
    </nav>
  );
}

interface ViewButtonProps {
  readonly text: string;
  readonly now: boolean;
  readonly press: () => void;
  readonly drop?: () => void;
}

function ViewButton({ text, now, press, drop }: ViewButtonProps): ReactElement {
  const words = useWords(load).views;
  return (
    <span className={now ? 'view now' : 'view'}>
      <AriaButton className="view-name" onPress={press} {...(now ? { 'aria-current': 'true' as const } : {})}>
        {text}
      </AriaButton>
      {now && drop !== undefined && (
        <AriaButton className="view-drop" aria-label={words.drop({ name: text })} onPress={drop}>
          ×
        </AriaButton>
      )}
    </span>
  );
}

interface NameProps {
  readonly open: boolean;
  readonly close: () => void;
  readonly taken: readonly string[];
  readonly name: (name: string) => void;
}

function NameDialog({ open, close, taken, name }: NameProps): ReactElement {
  const words = useWords(load).views;
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const given = text.trim();
  return (
    <Dialog title={words.keepTitle} open={open} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(given === '');
          if (given === '') return;
          name(given);
          setText('');
        }}
      >
        <TextField
          label={words.name}
          hint={taken.includes(given) ? words.replaces : words.nameHint}
          error={tried && given === '' ? words.nameMissing : undefined}
          value={text}
          change={setText}
          maxLength={20}
          autoComplete="off"
          autoFocus
        />
        <div className="acts">
          <Button look="solid" submit>
            {words.keepGo}
          </Button>
          <Button press={close}>{words.back}</Button>
        </div>
      </form>
    </Dialog>
  );
}
