import { z } from 'zod';
import type { FamilyId } from '../../../values/id.ts';
import { dayText, divisionName, duty, idOf, instantText, localized, matter } from '../../hall/contract/wire.ts';

/** One look at a person's record. */
const look = z.object({
  id: z.string(),
  at: instantText,
  /** Who looked: a staff member's name, or the family's own. */
  who: z.string(),
  office: localized,
  duty: duty.optional(),
  dutyWords: localized.optional(),
  /** What was seen, as the desk that introduces it says. */
  what: localized,
  /** Whose record, of this family. */
  people: z.array(z.string()),
  purpose: localized,
  /** What it was opened for: a case, by its kind and id. */
  matter: matter.optional(),
});

/** `GET /api/my/looks`: newest first. */
export const myLooks = z.object({ looks: z.array(look), next: z.string().optional() });

/**
 * `GET /api/office/access-log?staff=&from=&until=&after=` (supervise), within the division; people's names are masked, as in every list.
 */
export const accessLogQuery = z.object({
  staff: z.string().max(60).optional(),
  from: dayText.optional(),
  until: dayText.optional(),
  /** `next` of the page before. */
  after: z.string().max(100).optional(),
});

export const accessLog = z.object({
  looks: z.array(
    look.extend({
      familyId: idOf<FamilyId>(),
      residence: divisionName,
    }),
  ),
  next: z.string().optional(),
});

export type MyLooks = z.infer<typeof myLooks>;
export type AccessLogQuery = z.infer<typeof accessLogQuery>;
export type AccessLog = z.infer<typeof accessLog>;
