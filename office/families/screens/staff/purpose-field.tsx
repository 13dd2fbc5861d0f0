import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { purposesQuery } from '../../../staff/screens/staff/places-of-work.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

interface Props {
  readonly value: string;
  readonly change: (purpose: string) => void;
  readonly error?: string | undefined;
}

/** Nobody's record is looked up without a purpose, which the person may read. */
export function PurposeField({ value, change, error }: Props): ReactElement {
  const words = useWords(zh, en).counter;
  const say = useSay();
  const purposes = useQuery(purposesQuery);
  return (
    <Field label={words.purpose} error={error}>
      {(control) => (
        <select {...control} className="pick" value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{words.choosePurpose}</option>
          {purposes.data?.purposes.map((one) => (
            <option key={one.key} value={one.key}>
              {say(one.words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
