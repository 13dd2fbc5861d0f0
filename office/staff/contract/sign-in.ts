import { z } from 'zod';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import { dayText, divisionName, idOf, localized } from '../../hall/contract/wire.ts';
import { atAnAddress, limited } from '../../hall/contract/problem.ts';
import { dutyHeld } from './duties.ts';

/** `POST /api/office/sign-in` */
export const signIn = z.object({
  signInName: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
});

/** One entry of the menu, with the work that waits behind it; `late` is the part of it past its legal day. */
const menuEntry = z.object({
  key: z.string(),
  to: z.string(),
  words: localized,
  /** Another kind of work begins here: a line above. */
  begins: z.boolean(),
  count: z.number().int().optional(),
  late: z.number().int().optional(),
  /** The list behind it is searched from every page, by this parameter of its address. */
  find: z.object({ by: z.string(), words: localized, example: localized }).optional(),
});

/** `GET /api/office/me`, and the answer to a sign-in. */
export const me = z.object({
  staff: z.object({ id: idOf<StaffId>(), name: z.string(), signInName: z.string() }),
  office: z.object({ id: idOf<OfficeId>(), name: localized, division: divisionName }),
  duties: z.array(dutyHeld),
  /** Sent back as `x-form-token` with everything that writes. */
  formToken: z.string(),
  today: dayText,
  /** The entries whose duties are held, in the menu's order. */
  menu: z.array(menuEntry),
});

export const signInProblems = [...atAnAddress, ...limited, 'wrong-name-or-password'] as const;

export type SignIn = z.infer<typeof signIn>;
export type Me = z.infer<typeof me>;
