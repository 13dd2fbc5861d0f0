import { z } from 'zod';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import { dayText, divisionName, idOf, localized } from '../../hall/contract/wire.ts';
import { dutyHeld } from './duties.ts';

/** `POST /api/office/sign-in` */
export const signIn = z.object({
  signInName: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
});

/** Work waiting behind one entry of the menu; `late` is the part of it past its legal day. */
const menuCount = z.object({ count: z.number().int(), late: z.number().int().optional() });

/** `GET /api/office/me`, and the answer to a sign-in. */
export const me = z.object({
  staff: z.object({ id: idOf<StaffId>(), name: z.string(), signInName: z.string() }),
  office: z.object({ id: idOf<OfficeId>(), name: localized, division: divisionName }),
  duties: z.array(dutyHeld),
  /** Sent back as `x-form-token` with everything that writes. */
  formToken: z.string(),
  today: dayText,
  /** By menu entry: `today`, `cases`, `money`, `returns`. Only entries whose duties are held. */
  counts: z.record(z.string(), menuCount),
});

export type SignIn = z.infer<typeof signIn>;
export type Me = z.infer<typeof me>;
