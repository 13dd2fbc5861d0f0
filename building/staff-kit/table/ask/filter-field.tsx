import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { Checkboxes } from '../../choice/checkboxes.tsx';
import { PlaceTree } from '../../choice/place-tree.tsx';
import { Select } from '../../choice/select.tsx';
import { DayField } from '../../date/day-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useWords } from '../../language.ts';
import { load } from '../../words/made/load.ts';
import type { ColumnFilter } from '../column.ts';
import { type Asked, isEmpty } from './filter.ts';

interface Props {
  readonly label: string;
  readonly filter: ColumnFilter;
  readonly asked: Asked | undefined;
  readonly change: (asked: Asked | undefined) => void;
}

/** The control that asks a column in its own way. */
export function FilterField({ label, filter, asked, change }: Props): ReactElement {
  const words = useWords(load).list;
  const ids = asked?.kind === 'some' ? asked.ids : [];
  const ask = (next: Asked): void => change(isEmpty(next) ? undefined : next);
  switch (filter.kind) {
    case 'text':
      return (
        <Typed
          label={label}
          value={asked?.kind === 'text' ? asked.text : ''}
          settle={(text) => ask({ kind: 'text', text })}
        />
      );
    case 'one':
      return (
        <Select
          label={label}
          options={filter.options}
          none={words.all}
          value={ids[0] ?? ''}
          change={(id) => ask({ kind: 'some', ids: id === '' ? [] : [id] })}
        />
      );
    case 'some':
      return (
        <Checkboxes
          label={label}
          options={filter.options}
          values={ids}
          change={(chosen) => ask({ kind: 'some', ids: chosen })}
        />
      );
    case 'places':
      return (
        <fieldset>
          <legend>{label}</legend>
          <PlaceTree
            label={label}
            branches={filter.branches}
            open={[]}
            chosen={new Set(ids)}
            change={(chosen) => ask({ kind: 'some', ids: [...chosen] })}
          />
        </fieldset>
      );
    case 'days':
    case 'numbers':
      return <Between label={label} days={filter.kind === 'days'} asked={asked} ask={ask} />;
    default:
      return unreachable(filter);
  }
}

interface BetweenProps {
  readonly label: string;
  readonly days: boolean;
  readonly asked: Asked | undefined;
  readonly ask: (asked: Asked) => void;
}

function Between({ label, days, asked, ask }: BetweenProps): ReactElement {
  const words = useWords(load).list;
  const { from, until } = asked?.kind === 'between' ? asked : { from: '', until: '' };
  const settle = (part: { readonly from?: string; readonly until?: string }): void =>
    ask({ kind: 'between', from, until, ...part });
  return (
    <fieldset className="between">
      <legend className="unseen">{label}</legend>
      <Typed days={days} label={words.from({ head: label })} value={from} settle={(text) => settle({ from: text })} />
      <Typed
        days={days}
        label={words.until({ head: label })}
        value={until}
        settle={(text) => settle({ until: text })}
      />
    </fieldset>
  );
}

interface TypedProps {
  readonly label: string;
  readonly days?: boolean;
  readonly value: string;
  readonly settle: (text: string) => void;
}

const pauseMs = 300;

/** What is typed counts once typing pauses, a day once it is one: the list, or its server, isn't asked for half a word. */
function Typed({ label, days = false, value, settle }: TypedProps): ReactElement {
  const [draft, setDraft] = useState({ text: value, of: value });
  // Taken away elsewhere, by its chip or a view: what stands here follows.
  const text = draft.of === value ? draft.text : value;
  const change = (next: string): void => setDraft({ text: next, of: value });
  const whole = !days || text === '' || readDay(text) !== undefined;
  const tell = useEffectEvent((typed: string) => {
    if (typed !== value && whole) settle(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  if (days) return <DayField label={label} value={text} change={change} />;
  return <TextField label={label} value={text} change={change} maxLength={60} autoComplete="off" />;
}
