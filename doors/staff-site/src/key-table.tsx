import type { ReactElement } from 'react';
import type { Me } from '../../../office/staff/contract/sign-in.ts';
import { Button } from '../../../building/staff-kit/button/button.tsx';
import { Dialog } from '../../../building/staff-kit/dialog/dialog.tsx';
import { KeyGroup, keyTable } from '../../../building/staff-kit/keys/key-group.tsx';
import { useSingleKeys } from '../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../building/staff-kit/language.ts';
import { Parts } from '../../../building/staff-kit/place/screens.tsx';
import { load } from './words/made/load.ts';

interface Props {
  /** What the search of every page finds. */
  readonly find: Me['menu'][number]['find'];
  readonly open: boolean;
  readonly close: () => void;
}

/** All shortcuts, on one key: of the frame, of lists, and what the desks add. */
export function KeyTable({ find, open, close }: Props): ReactElement {
  const words = useWords(load).keys;
  const say = useSay();
  const on = useSingleKeys();
  return (
    <Dialog title={words.title} open={open} close={close} wide>
      {!on && <p>{words.off}</p>}
      <div className="key-groups">
        <KeyGroup
          name={words.anywhere}
          keys={[...(find === undefined ? [] : [['/', say(find.words)] as const]), ['?', words.help]]}
        />
        <KeyGroup
          name={words.list}
          keys={[
            ['J', words.down],
            ['K', words.up],
            ['Enter', words.open],
            ['F', words.filter],
            ['X', words.choose],
          ]}
        />
        <Parts of={keyTable} hands={{}} />
      </div>
      <Button press={close}>{words.close}</Button>
    </Dialog>
  );
}
