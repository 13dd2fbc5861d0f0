import type { ReactElement } from 'react';
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
        <TextField
          label={label}
          value={asked?.kind === 'text' ? asked.text : ''}
          change={(text) => ask({ kind: 'text', text })}
          maxLength={60}
          autoComplete="off"
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
  const Field = days ? DayField : TextField;
  return (
    <fieldset className="between">
      <legend className="unseen">{label}</legend>
      <Field
        label={words.from({ head: label })}
        value={from}
        change={(text) => ask({ kind: 'between', from: text, until })}
      />
      <Field
        label={words.until({ head: label })}
        value={until}
        change={(text) => ask({ kind: 'between', from, until: text })}
      />
    </fieldset>
  );
}
