import { Input } from 'antd';
import type { ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import { readResidentId } from '../../../../values/resident-id.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import type { PersonEntry } from './person-entry.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

interface Props {
  readonly entry: PersonEntry;
  readonly change: (part: Partial<PersonEntry>) => void;
  readonly tried: boolean;
  /** A child has no phone of its own in the register. */
  readonly withPhone: boolean;
}

/** The fields of one person. An ID number is checked as it is typed, and gives the date of birth. */
export function PersonFields({ entry, change, tried, withPhone }: Props): ReactElement {
  const words = useWords(zh, en);
  const typed = entry.identity.trim();
  const read = typed === '' ? undefined : readResidentId(typed);
  // While a number is still being typed its length is no fault.
  const fault = read?.kind === 'refused' && (tried || typed.length >= 18) ? words.person.reading[read.why] : undefined;
  return (
    <div className="fields">
      <Field label={words.person.name} error={tried && entry.name.trim() === '' ? words.enter.nameMissing : undefined}>
        {(control) => (
          <Input
            {...control}
            value={entry.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.person.identityOptional} error={fault}>
        {(control) => (
          <Input
            {...control}
            value={entry.identity}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => {
              const identity = event.target.value;
              const now = readResidentId(identity);
              change({ identity, ...(now.kind === 'id' ? { birth: now.birth } : {}) });
            }}
          />
        )}
      </Field>
      <Field
        label={words.person.birth}
        error={tried && readDay(entry.birth) === undefined ? words.enter.birthMissing : undefined}
      >
        {(control) => <DayInput control={control} value={entry.birth} change={(text) => change({ birth: text })} />}
      </Field>
      {withPhone && (
        <Field label={words.person.phone}>
          {(control) => (
            <Input
              {...control}
              inputMode="tel"
              value={entry.phone}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => change({ phone: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={words.person.nationality}>
        {(control) => (
          <select
            {...control}
            className="pick wide"
            value={entry.nationality}
            onChange={(event) => change({ nationality: event.target.value })}
          >
            <option value="CN">{words.person.nationalities.CN}</option>
            <option value="">{words.person.nationalities.other}</option>
          </select>
        )}
      </Field>
    </div>
  );
}
