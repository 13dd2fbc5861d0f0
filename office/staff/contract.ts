import { z } from 'zod';
import type { OfficeId, StaffId } from '../../values/id.ts';
import { localized, dayText, divisionCode, divisionName, duty, idOf } from '../hall/contract/wire.ts';

// What crosses the wire between the staff desk and its screens.

/** `POST /api/office/sign-in` */
export const signIn = z.object({
  signInName: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
});

const dutyHeld = z.object({ duty, words: localized, division: divisionName });

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

/** `POST /api/office/password`. Every other session of the staff member ends. */
export const changePassword = z.object({
  current: z.string().min(1).max(200),
  chosen: z.string().min(1).max(200),
});

/** `GET /api/office/staff` (administer): who holds which duty. */
export const staffList = z.object({
  staff: z.array(
    z.object({
      id: idOf<StaffId>(),
      name: z.string(),
      signInName: z.string(),
      active: z.boolean(),
      office: z.object({ id: idOf<OfficeId>(), name: localized }),
      duties: z.array(dutyHeld),
    }),
  ),
});

/** `POST /api/office/staff/:id/duties` (administer). */
export const grantDuty = z.object({ duty, division: divisionCode });

/** `POST /api/office/staff/:id/password` (administer): a new password, told this once. */
export const passwordReset = z.object({ password: z.string() });

/** `PATCH /api/office/staff/:id` (administer): closes the account of somebody who leaves, or opens it again. */
export const staffChange = z.object({ active: z.boolean() });

/** `GET /api/office/divisions`: the acting person's division and all within it, in order of code. */
export const divisionList = z.object({ divisions: z.array(divisionName) });

/** `GET /api/office/purposes`: why a person's data may be looked up at the counter. */
export const purposeList = z.object({ purposes: z.array(z.object({ key: z.string(), words: localized })) });

export type SignIn = z.infer<typeof signIn>;
export type Me = z.infer<typeof me>;
export type ChangePassword = z.infer<typeof changePassword>;
export type DivisionList = z.infer<typeof divisionList>;
export type PurposeList = z.infer<typeof purposeList>;
