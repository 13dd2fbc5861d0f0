import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldParts, type FieldWords, fieldClass } from '../form/field-parts.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { Option } from './option.ts';
import { OptionLine } from './option-line.tsx';
import { useSearch, type Search } from './search.ts';

interface Props extends FieldWords {
  /** Asks the server; called once the input method has finished a word. */
  readonly search: Search;
  readonly chosen: Option | undefined;
  readonly change: (chosen: Option | undefined) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One out of more than fit into a list: typed, searched by the server, picked from what was found. */
export function Combobox(props: Props): ReactElement {
  const { label, hint, error, className, search, chosen, change, placeholder, disabled = false } = props;
  const words = useWords(load).choice;
  const { text, type, compose, found, state } = useSearch(search, chosen?.text ?? '');
  const empty = words[state];
  return (
    <ComboBox
      className={fieldClass(className)}
      items={found}
      inputValue={text}
      onInputChange={(next) => {
        type(next);
        if (next === '' && chosen !== undefined) change(undefined);
      }}
      value={chosen?.id ?? null}
      onChange={(key) => {
        const picked = found.find((option) => option.id === key);
        if (picked === undefined) return;
        type(picked.text);
        change(picked);
      }}
      menuTrigger="input"
      allowsEmptyCollection
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts label={label} hint={hint} error={error}>
        <Group className="with-unit">
          <Input
            className="input"
            autoComplete="off"
            {...(placeholder === undefined ? {} : { placeholder })}
            onCompositionStart={() => compose(true)}
            onCompositionEnd={() => compose(false)}
          />
          <AriaButton className="opens">
            <span className="chevron" aria-hidden="true" />
          </AriaButton>
        </Group>
      </FieldParts>
      <Popover className="popover picks" offset={4}>
        <ListBox<Option> className="options" renderEmptyState={() => <div className="options-empty">{empty}</div>}>
          {(option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
