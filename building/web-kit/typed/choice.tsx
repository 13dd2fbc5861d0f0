import type { ComponentChildren } from 'preact';
import { describedBy, Hint, Mistake } from './field.tsx';

interface Option {
  readonly value: string;
  readonly words: string;
  readonly hint?: string | undefined;
}

interface Props {
  id: string;
  legend: ComponentChildren;
  options: readonly Option[];
  chosen?: string | readonly string[] | undefined;
  hint?: string | undefined;
  mistake?: string | undefined;
  /** Several may be chosen. */
  several?: boolean;
}

/** A question answered by choosing: each answer is a target of the whole width. Nothing is chosen beforehand unless it is known. */
export function Choice({ id, legend, options, chosen, hint, mistake, several = false }: Props) {
  const isChosen = (value: string): boolean => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value);
  return (
    <fieldset class={mistake === undefined ? undefined : 'wrong'} aria-describedby={describedBy(id, hint, mistake)}>
      <legend>{legend}</legend>
      <Hint field={id}>{hint}</Hint>
      <Mistake field={id} words={mistake} />
      <div class="choices">
        {options.map((option, i) => (
          <label class="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              id={i === 0 ? id : `${id}-${i + 1}`}
              name={id}
              value={option.value}
              checked={isChosen(option.value)}
            />
            <span>
              {option.words}
              {option.hint === undefined ? null : <span class="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
