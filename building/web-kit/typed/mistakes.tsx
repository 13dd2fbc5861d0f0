/** One thing wrong with a form: the id of the field where it is corrected, and the sentence. */
export interface FormMistake {
  readonly field: string;
  readonly words: string;
  /** Where the field is, when it stands on another page. */
  readonly href?: string;
}

/** The sentence about one field, if there is one. */
export function mistakeAt(mistakes: readonly FormMistake[], field: string): string | undefined {
  return mistakes.find((mistake) => mistake.field === field)?.words;
}

/** Everything wrong with a form, above it, each a link to the field: read out first, because it takes the focus when the page opens. */
export function Mistakes({ title, mistakes }: { title: string; mistakes: readonly FormMistake[] }) {
  if (mistakes.length === 0) return null;
  return (
    <div class="notice bad mistakes" role="alert" aria-labelledby="mistakes-title" tabIndex={-1} id="mistakes">
      <h2 id="mistakes-title">{title}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li>
            <a href={mistake.href ?? `#${mistake.field}`}>{mistake.words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
