import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldParts, type FieldWords, fieldClass } from '../form/field-parts.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { Option } from './option.ts';
import { OptionLine } from './option-line.tsx';

interface Props extends FieldWords {
  readonly options: readonly Option[];
  /** Empty when nothing is chosen. */
  readonly value: string;
  readonly change: (value: string) => void;
  /** Offers to choose nothing, under this name: 'All'. */
  readonly none?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly name?: string;
}

const noneKey = '(none)';

/** One out of many: opened by Enter or Space, walked by arrows or by typing its beginning. */
export function Select(props: Props): ReactElement {
  const { label, hint, error, className, options, value, change, none, placeholder, disabled = false, name } = props;
  const words = useWords(load).choice;
  return (
    <AriaSelect
      className={fieldClass(className)}
      value={value === '' ? (none === undefined ? null : noneKey) : value}
      onChange={(key) => change(key === noneKey || key === null ? '' : String(key))}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder ?? words.choose}
      {...(name === undefined ? {} : { name })}
    >
      <FieldParts label={label} hint={hint} error={error}>
        <AriaButton className="input picks">
          <SelectValue />
          <span className="chevron" aria-hidden="true" />
        </AriaButton>
      </FieldParts>
      <Popover className="popover picks" offset={4}>
        <ListBox className="options">
          {none !== undefined && <OptionLine option={{ id: noneKey, text: none }} />}
          {groupsOf(options).map(([group, grouped]) =>
            group === undefined ? (
              grouped.map((option) => <OptionLine key={option.id} option={option} />)
            ) : (
              <ListBoxSection key={group} id={`(group) ${group}`}>
                <Header className="option-group">{group}</Header>
                {grouped.map((option) => (
                  <OptionLine key={option.id} option={option} />
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function groupsOf(options: readonly Option[]): readonly (readonly [string | undefined, readonly Option[]])[] {
  return [...Map.groupBy(options, (option) => option.group)];
}
