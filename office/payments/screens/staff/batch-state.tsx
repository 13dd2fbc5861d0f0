import type { ReactElement } from 'react';
import type { BatchSummary } from '../../contract/batch.ts';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { load } from './words/made/load.ts';

const looks: Readonly<Record<BatchSummary['state'], string>> = {
  draft: 'wait',
  'funds-released': 'wait',
  released: '',
  reconciled: 'good',
  cancelled: '',
};

export function BatchState({ state }: { readonly state: BatchSummary['state'] }): ReactElement {
  const words = useWords(load);
  return <span className={`mark ${looks[state]}`}>{words.states[state]}</span>;
}
