import { z } from 'zod';
import { dayText } from '../../hall/contract/wire.ts';

/** `GET /api/office/working-days?year=2026` */
export const workingDaysQuery = z.object({ year: z.coerce.number().int().min(2000).max(2199) });

/** Where a year differs from its weeks, by the State Council's notice. */
export const workingYear = z.object({
  year: z.int(),
  /** False while the notice has not come: holidays are not known yet. */
  published: z.boolean(),
  /** Days of rest beside the weekends. */
  holidays: z.array(dayText),
  /** Saturdays and Sundays on which offices and banks work. */
  makeUpDays: z.array(dayText),
});

export type WorkingYear = z.infer<typeof workingYear>;
