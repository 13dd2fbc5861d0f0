import { expect, test } from 'vitest';
import { type ChangeTally, changesTogether, type Group, noChanges } from './change-tally.ts';
import { shownChanges } from './shown-changes.ts';

/** So many of a division who are newly paid, and so many for whom nothing changes. */
function division(name: string, newly: number, neither: number): ChangeTally {
  const group: Group = {
    ...noChanges.total,
    people: { ...noChanges.total.people, newly, neither },
    afterFen: BigInt(newly) * 100n,
    gainedFen: BigInt(newly) * 100n,
  };
  return {
    ...noChanges,
    total: group,
    groups: { ...noChanges.groups, division: new Map([[name, group]]) },
    gains: noChanges.gains.with(0, newly),
  };
}

test('which counts are withheld beside a small one does not hang on which shard was done first', () => {
  const shards = [
    division('990101001000', 3, 40),
    division('990101002000', 40, 40),
    division('990101003000', 40, 40),
    division('990101004000', 40, 40),
  ];
  const shown = [shards, shards.toReversed()].map((inTurn) => shownChanges(inTurn.reduce(changesTogether, noChanges)));
  expect(shown[0]?.tables.division.map(({ group }) => group.counts.gain)).toEqual(['small', 'withheld', 40, 40]);
  expect(shown[1]).toEqual(shown[0]);
});
