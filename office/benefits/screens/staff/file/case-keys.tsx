import type { ReactElement } from 'react';
import { KeyGroup } from '../../../../../building/staff-kit/keys/key-group.tsx';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { load } from '../words/made/load.ts';

/** The keys of a case and of its photos, for the table of all keys. */
export function CaseKeys(): ReactElement {
  const words = useWords(load).keys;
  return (
    <>
      <KeyGroup
        name={words.inCase}
        keys={[
          ['A', words.pass],
          ['C', words.correct],
          ['R', words.refuse],
          ['W', words.why],
          ['J', words.next],
          ['K', words.before],
          ['U', words.back],
        ]}
      />
      <KeyGroup
        name={words.photo}
        keys={[
          ['+ −', words.zoom],
          ['[ ]', words.turn],
        ]}
      />
    </>
  );
}
