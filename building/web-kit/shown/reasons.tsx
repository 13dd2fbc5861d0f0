import type { ComponentChildren } from 'preact';

/** Reasons one under the other, each with what it rests on. `against` is for reasons why not. */
export function Reasons({
  reasons,
  against = false,
}: {
  reasons: readonly { words: string; restsOn?: ComponentChildren }[];
  against?: boolean;
}) {
  return (
    <ul class={against ? 'because no' : 'because'}>
      {reasons.map((reason) => (
        <li>
          {reason.words}
          {reason.restsOn === undefined ? null : <span class="law">{reason.restsOn}</span>}
        </li>
      ))}
    </ul>
  );
}
