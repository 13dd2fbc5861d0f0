import type { ComponentChildren } from 'preact';
import { describedBy, Hint, Mistake } from './field.tsx';

/** What was typed into the three boxes, as it was typed. */
export interface TypedDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const nothingTyped: TypedDate = { year: '', month: '', day: '' };

interface Props {
  id: string;
  /** The question; stands as the legend, and as the page's heading where it is the only one. */
  legend: ComponentChildren;
  labels: { year: string; month: string; day: string };
  value: TypedDate;
  hint?: string | undefined;
  mistake?: string | undefined;
  /** A birthday of the reader or their child may be filled in by the browser; elsewhere no. */
  autocomplete?: 'bday' | undefined;
}

/**
 * A date in three boxes, typed with a number pad: quicker and surer than a calendar, above all for a year long past.
 * The boxes are named `<id>-year`, `<id>-month`, `<id>-day`.
 */
export function DateInput({ id, legend, labels, value, hint, mistake }: Props) {
  const box = (part: keyof TypedDate, width: number) => (
    <label class={part}>
      {labels[part]}
      <input
        class="input"
        id={part === 'year' ? id : `${id}-${part}`}
        name={`${id}-${part}`}
        inputMode="numeric"
        maxLength={width}
        autocomplete="off"
        value={value[part]}
        aria-invalid={mistake === undefined ? undefined : 'true'}
      />
    </label>
  );
  return (
    <fieldset class={mistake === undefined ? undefined : 'wrong'} aria-describedby={describedBy(id, hint, mistake)}>
      <legend>{legend}</legend>
      <Hint field={id}>{hint}</Hint>
      <Mistake field={id} words={mistake} />
      <div class="date">
        {box('year', 4)}
        {box('month', 2)}
        {box('day', 2)}
      </div>
    </fieldset>
  );
}

/** Reads the three boxes from a form or an address; full-width digits and stray spaces are corrected. */
export function typedDate(id: string, form: Readonly<Record<string, unknown>>): TypedDate {
  const read = (part: string): string => {
    const typed = form[`${id}-${part}`];
    return typeof typed === 'string' ? typed.normalize('NFKC').trim() : '';
  };
  return { year: read('year'), month: read('month'), day: read('day') };
}
