export interface PathStep {
  readonly name: string;
  /** When it happened, or when it will. */
  readonly when?: string | undefined;
  readonly stands: 'done' | 'now' | 'later' | 'stopped' | 'ended';
}

/**
 * The steps of a thing under way, from the first to the last, with the one that is on now. `standing` names each state for those who don't
 * see the dots.
 */
export function Path({
  label,
  steps,
  standing,
}: {
  label: string;
  steps: readonly PathStep[];
  standing: Readonly<Record<PathStep['stands'], string>>;
}) {
  return (
    <ol class="path" aria-label={label}>
      {steps.map((step) => (
        <li class={step.stands} aria-current={step.stands === 'now' ? 'step' : undefined}>
          <b>
            {step.name}
            <span class="unseen"> {standing[step.stands]}</span>
          </b>
          {step.when === undefined ? null : <span class="when">{step.when}</span>}
        </li>
      ))}
    </ol>
  );
}
