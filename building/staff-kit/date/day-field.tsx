import { useRef, type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Popover } from 'react-aria-components/Popover';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { Day } from '../../../values/day.ts';
import { FieldParts, type FieldWords, fieldClass } from '../form/field-parts.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import { dayFault, type RefuseDay } from './day-fault.ts';
import { DayCalendar } from './day-calendar.tsx';
import { isTypedWhole, readTypedDay } from './typed-day.ts';

interface Props extends FieldWords {
  /** As typed; a day (`2026-01-31`) once it is one. */
  readonly value: string;
  readonly change: (text: string) => void;
  readonly refuse?: RefuseDay;
  readonly from?: Day;
  readonly until?: Day;
  readonly disabled?: boolean;
  readonly name?: string;
}

/** A day, typed (`20260131` is enough) or picked from a calendar; one that the office can't take is refused in its own words. */
export function DayField(props: Props): ReactElement {
  const { label, hint, error, className, value, change, refuse, from, until, disabled = false, name } = props;
  const words = useWords(load).day;
  const group = useRef<HTMLDivElement>(null);
  const said = error ?? dayFault(value, refuse);
  const settle = (): void => {
    const day = readTypedDay(value);
    if (day !== undefined && day !== value) change(day);
  };
  return (
    <AriaTextField
      className={fieldClass(className)}
      value={value}
      onChange={(text) => change((isTypedWhole(text) ? readTypedDay(text) : undefined) ?? text)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
      inputMode="numeric"
      autoComplete="off"
      maxLength={16}
      isDisabled={disabled}
      isInvalid={said !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
    >
      <FieldParts label={label} hint={hint} error={said}>
        <Group className="with-unit day" ref={group}>
          <Input className="input" placeholder={words.example} />
          <DialogTrigger>
            <AriaButton className="opens" aria-label={words.open} isDisabled={disabled}>
              <CalendarSign />
            </AriaButton>
            <Popover className="popover calendar-box" triggerRef={group} placement="bottom start" offset={4}>
              <AriaDialog aria-label={words.calendar}>
                {({ close }) => (
                  <DayCalendar
                    value={readTypedDay(value)}
                    refuse={refuse}
                    from={from}
                    until={until}
                    pick={(day) => {
                      change(day);
                      close();
                    }}
                  />
                )}
              </AriaDialog>
            </Popover>
          </DialogTrigger>
        </Group>
      </FieldParts>
    </AriaTextField>
  );
}

function CalendarSign(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M2 3.5h12v10H2zM2 6.5h12M5 1.5v3M11 1.5v3" strokeWidth="1.2" />
    </svg>
  );
}
