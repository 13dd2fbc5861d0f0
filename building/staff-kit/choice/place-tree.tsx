import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { Checkbox } from './checkbox.tsx';
import { type Branch, choiceOf, findBranch, toggle, wholeOnes } from './tri-state.ts';

interface Props {
  readonly label: string;
  readonly branches: readonly Branch[];
  /** The leaves (villages) that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly change: (chosen: ReadonlySet<string>) => void;
  /** Open when it appears; the first level unless said otherwise. */
  readonly open?: readonly string[];
}

/** Townships and their villages: arrows walk and unfold, Space ticks, and a township stands for all its villages. */
export function PlaceTree({ label, branches, chosen, change, open }: Props): ReactElement {
  const whole = new Set(wholeOnes(branches, chosen));
  return (
    <Tree
      className="tree"
      aria-label={label}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={whole}
      defaultExpandedKeys={open ?? branches.map((branch) => branch.id)}
      onSelectionChange={(keys) => {
        if (keys === 'all')
          return change(branches.reduce((all, one) => (choiceOf(one, all) === 'all' ? all : toggle(one, all)), chosen));
        // The library tells the whole new set; what differs is the one that was pressed.
        const pressed = [...keys].find((key) => !whole.has(String(key))) ?? [...whole].find((key) => !keys.has(key));
        const branch = pressed === undefined ? undefined : findBranch(branches, String(pressed));
        if (branch !== undefined) change(toggle(branch, chosen));
      }}
    >
      {branches.map((branch) => (
        <BranchItem key={branch.id} branch={branch} chosen={chosen} />
      ))}
    </Tree>
  );
}

function BranchItem({
  branch,
  chosen,
}: {
  readonly branch: Branch;
  readonly chosen: ReadonlySet<string>;
}): ReactElement {
  const choice = choiceOf(branch, chosen);
  return (
    <TreeItem id={branch.id} textValue={branch.text} className="tree-item">
      <TreeItemContent>
        {branch.branches.length > 0 ? (
          <AriaButton slot="chevron" className="unfolds">
            <span className="chevron" aria-hidden="true" />
          </AriaButton>
        ) : (
          <span className="unfolds" />
        )}
        <Checkbox slot="selection" ticked={choice === 'all'} some={choice === 'some'} />
        <span>{branch.text}</span>
      </TreeItemContent>
      {branch.branches.map((one) => (
        <BranchItem key={one.id} branch={one} chosen={chosen} />
      ))}
    </TreeItem>
  );
}
