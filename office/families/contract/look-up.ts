import { z } from 'zod';
import type { FamilyId, PersonId } from '../../../values/id.ts';
import { dayText, divisionName, idOf } from '../../hall/contract/wire.ts';
import { looksUp, staffReads } from '../../hall/contract/problem.ts';

/** One line of a look-up: enough to tell people apart, masked. */
const personLine = z.object({
  id: idOf<PersonId>(),
  familyId: idOf<FamilyId>(),
  /** `王*兰` */
  maskedName: z.string(),
  /** `990101********0021` */
  maskedIdentity: z.string().optional(),
  /** `199****0042` */
  maskedPhone: z.string().optional(),
  birth: dayText,
  residence: divisionName,
  alive: z.boolean(),
});

/** `GET /api/office/people?q=&purpose=`; `purpose` is a key of `GET /api/office/purposes`. */
export const lookUpQuery = z.object({ q: z.string().min(1).max(60), purpose: z.string().min(1) });

export const lookUpAnswer = z.object({
  people: z.array(personLine),
  /** More were found than are shown: ask for more of the name. */
  more: z.boolean(),
  /** By what was searched: shown above the list. */
  by: z.enum(['identity', 'phone', 'name', 'pinyin']),
});

export const lookUpProblems = [...staffReads, ...looksUp, 'faults'] as const;

export type PersonLine = z.infer<typeof personLine>;
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
