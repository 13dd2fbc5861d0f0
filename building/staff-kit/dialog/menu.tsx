import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Button } from '../button/button.tsx';

interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly under?: string;
  readonly disabled?: boolean;
  readonly act: () => void;
}

interface Props {
  readonly button: ReactNode;
  /** Names the menu where the button's words don't. */
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
}

/** Acts that unfold from a button, walked by arrows. */
export function Menu({ button, label, entries }: Props): ReactElement {
  return (
    <MenuTrigger>
      <Button small {...(label === undefined ? {} : { 'aria-label': label })}>
        {button}
        <span className="chevron" aria-hidden="true" />
      </Button>
      <Popover className="popover picks" placement="bottom end" offset={4}>
        <AriaMenu className="options">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.text}
              className="option"
              isDisabled={entry.disabled ?? false}
              onAction={entry.act}
            >
              <Text slot="label">{entry.text}</Text>
              {entry.under !== undefined && (
                <Text slot="description" className="soft">
                  {entry.under}
                </Text>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
