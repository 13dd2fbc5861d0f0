import { type CalendarDate, parseDate } from '@internationalized/date';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components/Calendar';
import { type Day, day } from '../../../values/day.ts';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { RefuseDay } from './day-fault.ts';
import { StepSelect } from './step-select.tsx';

interface Props {
  readonly value: Day | undefined;
  readonly refuse: RefuseDay | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly pick: (day: Day) => void;
}

const dayIn = (date: { toString(): string }): Day => day(date.toString().slice(0, 10));

/** A month of days: arrows walk, Page Up and Down turn the months, a refused day can be read but not taken. */
export function DayCalendar({ value, refuse, from, until, pick }: Props): ReactElement {
  const words = useWords(load).day;
  return (
    <Calendar
      className="calendar"
      aria-label={words.calendar}
      autoFocus
      firstDayOfWeek="mon"
      value={value === undefined ? null : parseDate(value)}
      onChange={(date: CalendarDate | null) => {
        if (date !== null) pick(dayIn(date));
      }}
      isDateUnavailable={(date) => refuse?.(dayIn(date)) !== undefined}
      {...(from === undefined ? {} : { minValue: parseDate(from) })}
      {...(until === undefined ? {} : { maxValue: parseDate(until) })}
    >
      <header>
        <AriaButton slot="previous" className="turns">
          ‹
        </AriaButton>
        <CalendarHeading className="unseen" />
        <CalendarYearPicker visibleYears={120}>{(years) => <StepSelect {...years} />}</CalendarYearPicker>
        <CalendarMonthPicker>{(months) => <StepSelect {...months} />}</CalendarMonthPicker>
        <AriaButton slot="next" className="turns">
          ›
        </AriaButton>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
