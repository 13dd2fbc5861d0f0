import type { ReactElement } from 'react';
import { Button } from '../../../building/staff-kit/button/button.tsx';
import { Dialog } from '../../../building/staff-kit/dialog/dialog.tsx';
import { useSingleKeys } from '../../../building/staff-kit/keys/keys.ts';
import { useWords } from '../../../building/staff-kit/language.ts';
import { load } from './words/made/load.ts';

/** All shortcuts, on one key. */
export function KeyTable({ open, close }: { readonly open: boolean; readonly close: () => void }): ReactElement {
  const words = useWords(load).keys;
  const on = useSingleKeys();
  const groups = [
    {
      name: words.anywhere,
      keys: [
        ['/', words.search],
        ['?', words.help],
      ],
    },
    {
      name: words.list,
      keys: [
        ['J', words.down],
        ['K', words.up],
        ['Enter', words.open],
      ],
    },
    {
      name: words.inCase,
      keys: [
        ['A', words.pass],
        ['C', words.correct],
        ['R', words.refuse],
        ['W', words.why],
        ['J', words.next],
        ['K', words.before],
        ['U', words.back],
      ],
    },
    {
      name: words.photo,
      keys: [
        ['+ −', words.zoom],
        ['[ ]', words.turn],
      ],
    },
  ];
  return (
    <Dialog title={words.title} open={open} close={close} wide>
      {!on && <p>{words.off}</p>}
      <div className="key-groups">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button press={close}>{words.close}</Button>
    </Dialog>
  );
}
