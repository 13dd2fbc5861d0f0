import { describedBy, Hint, Mistake } from './field.tsx';

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** A long list, in groups, as the browser's own control: on a phone it opens the system's list. */
export function Select({
  id,
  label,
  hint,
  nothing,
  groups,
  chosen,
  mistake,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Stands first, for nothing chosen yet. */
  nothing: string;
  groups: readonly SelectGroup[];
  chosen?: string | undefined;
  mistake?: string | undefined;
}) {
  return (
    <div class={mistake === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <Hint field={id}>{hint}</Hint>
      <Mistake field={id} words={mistake} />
      <select
        class="input"
        id={id}
        name={id}
        aria-describedby={describedBy(id, hint, mistake)}
        aria-invalid={mistake === undefined ? undefined : 'true'}
      >
        <option value="">{nothing}</option>
        {groups.map((group) => (
          <optgroup label={group.label}>
            {group.options.map((option) => (
              <option value={option.value} selected={option.value === chosen}>
                {option.words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
