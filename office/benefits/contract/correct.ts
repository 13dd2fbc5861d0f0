import { z } from 'zod';
import { answers } from './asked.ts';
import { photo } from './photo.ts';
import { typed } from '../../hall/contract/wire.ts';

/** `POST /api/my/cases/:receipt/correction`, and at the counter `POST /api/office/cases/:id/correction` */
export const correctInput = z.object({
  version: z.number().int(),
  photos: z.array(photo).max(40),
  answers,
  /** Why something asked for can't be handed in. */
  explanation: typed(500).optional(),
});

/** `POST /api/my/cases/:receipt/withdrawal`, and at the counter `POST /api/office/cases/:id/withdrawal` */
export const withdrawInput = z.object({ version: z.number().int() });

export type CorrectInput = z.infer<typeof correctInput>;
