import type { ReactElement } from 'react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import type { Option } from './option.ts';

/** One line of a list to choose from. */
export function OptionLine({ option }: { readonly option: Option }): ReactElement {
  return (
    <ListBoxItem id={option.id} textValue={option.text} className="option">
      <Text slot="label">{option.text}</Text>
      {option.under !== undefined && (
        <Text slot="description" className="soft">
          {option.under}
        </Text>
      )}
    </ListBoxItem>
  );
}
