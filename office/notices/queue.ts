import { z } from 'zod';
import type { JobData } from '../../building/jobs/jobs.ts';
import type { NoticeId } from '../../values/id.ts';
import { idOf } from '../hall/contract/wire.ts';

/** A settled batch tells ten thousand families at once: they share jobs. */
const messagesPerJob = 100;
/** A carrier's silence lasts ten seconds, and each message has work of our own around it. */
const longestPerMessage = 15;

/** The queue of text messages, as `installJobs` makes it and `deliverSms` works it off. */
export const smsQueue = {
  name: 'notices.sms',
  retries: 6,
  retryAfterSeconds: 30,
  longestSeconds: messagesPerJob * longestPerMessage,
} as const;

/** The jobs that send these messages. */
export function jobsFor(notices: readonly NoticeId[]): readonly JobData[] {
  const jobs: JobData[] = [];
  for (let from = 0; from < notices.length; from += messagesPerJob)
    jobs.push({ notices: notices.slice(from, from + messagesPerJob).join(' ') });
  return jobs;
}

const job = z.object({
  notices: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(idOf<NoticeId>()).min(1)),
});

/** The messages that a job names. Throws for anything but a list of ids: nothing of such a job is sent. */
export function messagesOf(data: JobData): readonly NoticeId[] {
  return job.parse(data).notices;
}
