import { z } from 'zod';

/** `POST /api/office/password`. Every other session of the staff member ends. */
export const changePassword = z.object({
  current: z.string().min(1).max(200),
  chosen: z.string().min(1).max(200),
});

export type ChangePassword = z.infer<typeof changePassword>;
