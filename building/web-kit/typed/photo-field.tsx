import { describedBy, Hint, Mistake } from './field.tsx';

/**
 * Takes one or more photos with the camera or from the album. Works as a plain form; large photos are made smaller where a script runs
 * (enhance.js).
 */
export function PhotoField({
  id,
  label,
  kinds,
  hint,
  mistake,
  shrinking,
}: {
  id: string;
  label: string;
  /** Media types of what is taken, for `accept`. */
  kinds: string;
  hint?: string | undefined;
  mistake?: string | undefined;
  /** What to say while a large photo is being made smaller. */
  shrinking?: string;
}) {
  return (
    <div class={mistake === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <Hint field={id}>{hint}</Hint>
      <Mistake field={id} words={mistake} />
      <input
        id={id}
        name={id}
        type="file"
        accept={kinds}
        multiple
        data-shrink={shrinking}
        aria-describedby={describedBy(id, hint, mistake)}
        aria-invalid={mistake === undefined ? undefined : 'true'}
      />
    </div>
  );
}
