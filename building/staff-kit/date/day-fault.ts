import { type Day, readDay } from '../../../values/day.ts';

/** Says why a day can't be taken, in a whole sentence; undefined when it can. Handed in by the screen, which knows the working days. */
export type RefuseDay = (day: Day) => string | undefined;

/** What is wrong with a day as typed: nothing while it is not yet one, else what the screen says against it. */
export function dayFault(text: string, refuse: RefuseDay | undefined): string | undefined {
  const day = readDay(text);
  return day === undefined ? undefined : refuse?.(day);
}
