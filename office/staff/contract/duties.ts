import { z } from 'zod';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import { divisionCode, divisionName, duty, idOf, localized } from '../../hall/contract/wire.ts';
import { oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

export const dutyHeld = z.object({ duty, words: localized, division: divisionName });

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

export const grantDutyProblems = [
  ...staffWrites,
  ...oneOfRecords,
  'unknown-duty',
  'to-oneself',
  'beyond-own-division',
  'four-powers-combined',
] as const;
export const withdrawDutyProblems = [...staffWrites, ...oneOfRecords] as const;
export const othersAccountProblems = [...staffWrites, ...oneOfRecords, 'own-account'] as const;
