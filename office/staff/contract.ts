import { z } from 'zod';
import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { Id, OfficeId, StaffId } from '../../values/id.ts';
import { readDay } from '../../values/day.ts';

// Schemas that every desk's contract is built from. They check and never transform, so that what is written is what was read.

/** One sentence in both languages. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });

/** An id of one kind of thing, a lower-case UUID: `idOf<CaseId>()`. */
export function idOf<OneId extends Id<string>>(): z.ZodType<OneId, OneId> {
  return z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/) as never;
}

/** `2026-02-01`, a day the calendar has, of a century in which an office may have something to do: reckoning on from it stays within the calendar. */
export const dayText: z.ZodType<Day, Day> = z.iso
  .date()
  .refine((text) => readDay(text) !== undefined && text >= '1800-01-01' && text < '2300-01-01') as never;

/** A division code of twelve digits. */
export const divisionCode: z.ZodType<Division, Division> = z.string().regex(/^\d{12}$/) as never;

/** An instant, `2026-02-01T08:30:00.000Z`. */
export const instantText = z.iso.datetime();

/** A division with its name, as screens show it. */
export const divisionName = z.object({ code: divisionCode, name: bilingual });

/** Faults as every endpoint reports them (RFC 9457), `title` and `detail` in the reader's language. */
export const problem = z.object({
  type: z.string().optional(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** Stable, for programs: `stale-version`, `no-such-duty`. */
  code: z.string(),
  /** For bad input: every fault at once, with the place in what was sent (`/child/birth`). */
  faults: z.array(z.object({ at: z.string(), detail: z.string() })).optional(),
});

// Staff

export const duty = z.enum([
  'receive',
  'review',
  'confirm',
  'manage-funds',
  'pay-out',
  'supervise',
  'author-policy',
  'administer',
]);

/** `POST /api/office/sign-in` */
export const signIn = z.object({
  signInName: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
});

const dutyHeld = z.object({ duty, words: bilingual, division: divisionName });

/** Work waiting behind one entry of the menu; `late` is the part of it past its legal day. */
const menuCount = z.object({ count: z.number().int(), late: z.number().int().optional() });

/** `GET /api/office/me`, and the answer to a sign-in. */
export const me = z.object({
  staff: z.object({ id: idOf<StaffId>(), name: z.string(), signInName: z.string() }),
  office: z.object({ id: idOf<OfficeId>(), name: bilingual, division: divisionName }),
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
      office: z.object({ id: idOf<OfficeId>(), name: bilingual }),
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
export const purposeList = z.object({ purposes: z.array(z.object({ key: z.string(), words: bilingual })) });

export type SignIn = z.infer<typeof signIn>;
export type Me = z.infer<typeof me>;
export type ChangePassword = z.infer<typeof changePassword>;
export type DivisionList = z.infer<typeof divisionList>;
export type PurposeList = z.infer<typeof purposeList>;
