import type { ComponentChildren } from 'preact';

/** The id of the sentence that says what is wrong with a field; the summary and the field refer to it. */
const mistakeId = (field: string): string => `${field}-mistake`;
const hintId = (field: string): string => `${field}-hint`;

/** Names what describes a field, hint first: for `aria-describedby`. */
export function describedBy(field: string, hint: unknown, mistake: string | undefined): string | undefined {
  const ids = [...(hint === undefined ? [] : [hintId(field)]), ...(mistake === undefined ? [] : [mistakeId(field)])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** What is wrong, beside the field it is about. */
export function Mistake({ field, words }: { field: string; words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <span class="mistake" id={mistakeId(field)}>
      {words}
    </span>
  );
}

export function Hint({ field, children }: { field: string; children: ComponentChildren }) {
  if (children === undefined) return null;
  return (
    <p class="hint" id={hintId(field)}>
      {children}
    </p>
  );
}

interface FieldProps {
  id: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  mistake?: string | undefined;
  type?: 'text' | 'tel';
  inputMode?: 'text' | 'numeric' | 'tel';
  autocomplete?: string;
  look?: 'short' | 'code';
  maxLength?: number;
}

/** One labelled box. The label is above, the hint and what is wrong are read with it; nothing is said by colour alone. */
export function Field(props: FieldProps) {
  const { id, label, value, hint, mistake, look } = props;
  // Preact's types tell every input apart by its type and accept no union of two.
  const type = (props.type ?? 'text') as 'text';
  return (
    <div class={mistake === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <Hint field={id}>{hint}</Hint>
      <Mistake field={id} words={mistake} />
      <input
        class={look === undefined ? 'input' : `input ${look}`}
        id={id}
        name={id}
        type={type}
        value={value}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        maxLength={props.maxLength}
        spellcheck={false}
        aria-describedby={describedBy(id, hint, mistake)}
        aria-invalid={mistake === undefined ? undefined : 'true'}
      />
    </div>
  );
}
