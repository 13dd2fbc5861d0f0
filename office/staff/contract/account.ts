import { z } from 'zod';
import { limited, staffWrites } from '../../hall/contract/problem.ts';

/** `POST /api/office/password`. Every other session of the staff member ends. */
export const changePassword = z.object({
  current: z.string().min(1).max(200),
  chosen: z.string().min(1).max(200),
});

export const changePasswordProblems = [
  ...staffWrites,
  ...limited,
  'wrong-current-password',
  'too-short',
  'too-long',
  'too-simple',
  'same-as-before',
  'holds-the-sign-in-name',
] as const;

export type ChangePassword = z.infer<typeof changePassword>;
