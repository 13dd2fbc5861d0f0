import type { ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import { readResidentId } from '../../../../values/resident-id.ts';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { DayField } from '../../../../building/staff-kit/date/day-field.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import type { PersonEntry } from './person-entry.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly entry: PersonEntry;
  readonly change: (part: Partial<PersonEntry>) => void;
  readonly tried: boolean;
  /** A child has no phone of its own in the register. */
  readonly withPhone: boolean;
}

/** The fields of one person. An ID number is checked as it is typed, and gives the date of birth. */
export function PersonFields({ entry, change, tried, withPhone }: Props): ReactElement {
  const words = useWords(load);
  const typed = entry.identity.trim();
  const read = typed === '' ? undefined : readResidentId(typed);
  // While a number is still being typed its length is no fault.
  const fault = read?.kind === 'refused' && (tried || typed.length >= 18) ? words.person.reading[read.why] : undefined;
  return (
    <div className="fields">
      <TextField
        label={words.person.name}
        error={tried && entry.name.trim() === '' ? words.enter.nameMissing : undefined}
        value={entry.name}
        maxLength={200}
        autoComplete="off"
        change={(text) => change({ name: text })}
      />
      <TextField
        label={words.person.identityOptional}
        error={fault}
        value={entry.identity}
        maxLength={40}
        autoComplete="off"
        change={(text) => {
          const now = readResidentId(text);
          change({ identity: text, ...(now.kind === 'id' ? { birth: now.birth } : {}) });
        }}
      />
      <DayField
        label={words.person.birth}
        error={tried && readDay(entry.birth) === undefined ? words.enter.birthMissing : undefined}
        value={entry.birth}
        change={(text) => change({ birth: text })}
      />
      {withPhone && (
        <TextField
          label={words.person.phone}
          inputMode="tel"
          value={entry.phone}
          maxLength={40}
          autoComplete="off"
          change={(text) => change({ phone: text })}
        />
      )}
      <Select
        label={words.person.nationality}
        options={[{ id: 'CN', text: words.person.nationalities.CN }]}
        none={words.person.nationalities.other}
        value={entry.nationality}
        change={(nationality) => change({ nationality })}
      />
    </div>
  );
}
