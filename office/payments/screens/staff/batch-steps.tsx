import type { ReactElement } from 'react';
import type { BatchView } from '../../contract/batch.ts';
import { momentText } from '../../../../building/staff-kit/date/when.ts';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { type Step, Steps } from '../../../../building/staff-kit/layout/steps.tsx';
import { load } from './words/made/load.ts';

/** From the draft to the bank's answer: who did what, and whose turn it is. A batch that was cancelled goes nowhere. */
export function BatchSteps({ batch }: { readonly batch: BatchView }): ReactElement | null {
  const words = useWords(load).batch.steps;
  if (batch.state === 'cancelled') return null;
  const by = (name: string, at: string): string => words.by({ name, at: momentText(at) });
  const signed = (power: BatchView['releases'][number]['power']): string | undefined => {
    const release = batch.releases.find((one) => one.power === power);
    return release && by(release.by.name, release.at);
  };
  const [file] = batch.files;
  const { returnFile } = batch;
  const done = [
    ['drafted', by(batch.draftedBy.name, batch.draftedAt)],
    ['funds', signed('manage-funds')],
    ['payment', signed('pay-out')],
    ['bank', file && words.made({ at: momentText(file.madeAt) })],
    ['return', returnFile && words.booked({ paid: returnFile.paidCount, returned: returnFile.returnedCount })],
  ] as const;
  const now = done.findIndex(([, under]) => under === undefined);
  const steps = done.map(([key, under], i): Step => ({
    key,
    title: words.titles[key],
    under: under ?? (i === now && key !== 'drafted' ? words.waits[key] : undefined),
    state: under !== undefined ? 'done' : i === now ? 'now' : 'later',
  }));
  return <Steps label={words.label} steps={steps} />;
}
