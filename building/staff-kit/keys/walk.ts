import { useState } from 'react';
import { useKeys } from './keys.ts';
import { rowAt } from './places.ts';

interface Walk {
  /** Where to stand when nobody has moved yet; the first row unless the list was left at another. */
  readonly start: string | undefined;
  readonly reach: (id: string) => void;
  readonly open: (id: string) => void;
}

/**
 * Stands at a row of a list from the moment it appears: J and K walk on, Enter opens. Answers where we stand, and how to stand elsewhere.
 */
export function useWalk(
  ids: readonly string[],
  { start, reach, open }: Walk,
): readonly [string | undefined, (id: string) => void] {
  const [chosen, stand] = useState<string>();
  const at = rowAt(ids, chosen ?? start);
  const move = (by: number): void => {
    const next = at === undefined ? undefined : ids[ids.indexOf(at) + by];
    if (next === undefined) return;
    stand(next);
    reach(next);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    enter: at === undefined ? undefined : () => open(at),
  });
  return [at, stand];
}
