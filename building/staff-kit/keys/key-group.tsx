import type { ReactElement } from 'react';
import type { PageOfParts } from '../place/screens.tsx';

/** The table of all keys: a desk whose screens have keys of their own adds them to it. */
export const keyTable: PageOfParts<object> = { page: 'keys' };

interface Props {
  readonly name: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
}

/** Keys that work in one kind of place. */
export function KeyGroup({ name, keys }: Props): ReactElement {
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
