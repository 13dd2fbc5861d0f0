/** A place and what lies in it, as plain data. */
export interface Branch {
  readonly id: string;
  readonly text: string;
  readonly branches: readonly Branch[];
}

/** Whether all, some or none of the leaves of a branch are chosen. */
export type Choice = 'all' | 'some' | 'none';

/** The leaves of a branch; a branch without branches is its own leaf. */
function leavesOf(branch: Branch): readonly string[] {
  return branch.branches.length === 0 ? [branch.id] : branch.branches.flatMap(leavesOf);
}

export function choiceOf(branch: Branch, chosen: ReadonlySet<string>): Choice {
  const leaves = leavesOf(branch);
  const count = leaves.filter((leaf) => chosen.has(leaf)).length;
  return count === 0 ? 'none' : count === leaves.length ? 'all' : 'some';
}

/** Choosing a branch chooses all its leaves; choosing one that is chosen whole takes them all away. */
export function toggle(branch: Branch, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(chosen);
  const whole = choiceOf(branch, chosen) === 'all';
  for (const leaf of leavesOf(branch)) {
    if (whole) next.delete(leaf);
    else next.add(leaf);
  }
  return next;
}

export function findBranch(branches: readonly Branch[], id: string): Branch | undefined {
  for (const branch of branches) {
    const found = branch.id === id ? branch : findBranch(branch.branches, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The ids that are chosen whole, branches included: what a tree shows as ticked. */
export function wholeOnes(branches: readonly Branch[], chosen: ReadonlySet<string>): readonly string[] {
  return branches.flatMap((branch) => [
    ...(choiceOf(branch, chosen) === 'all' ? [branch.id] : []),
    ...wholeOnes(branch.branches, chosen),
  ]);
}

/** The leaves that names stand for: a township for its villages. A name that is nowhere stands for itself. */
export function leavesNamed(branches: readonly Branch[], names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const branch = findBranch(branches, name);
    return branch === undefined ? [name] : leavesOf(branch);
  });
}

/** The fewest names for what is chosen: a township that is chosen whole stands for its villages. */
export function fewestNames(branches: readonly Branch[], chosen: ReadonlySet<string>): readonly Branch[] {
  return branches.flatMap((branch) => {
    const choice = choiceOf(branch, chosen);
    return choice === 'all' ? [branch] : choice === 'none' ? [] : fewestNames(branch.branches, chosen);
  });
}
