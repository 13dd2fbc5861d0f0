import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { purposesQuery } from '../../../staff/screens/staff/places-of-work.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly value: string;
  readonly change: (purpose: string) => void;
  readonly error?: string | undefined;
}

/** Nobody's record is looked up without a purpose, which the person may read. */
export function PurposeField({ value, change, error }: Props): ReactElement {
  const words = useWords(load).counter;
  const say = useSay();
  const purposes = useQuery(purposesQuery);
  return (
    <Select
      label={words.purpose}
      error={error}
      placeholder={words.choosePurpose}
      options={purposes.data?.purposes.map((one) => ({ id: one.key, text: say(one.words) })) ?? []}
      value={value}
      change={change}
    />
  );
}
