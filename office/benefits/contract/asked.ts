import { z } from 'zod';
import { localized } from '../../hall/contract/wire.ts';

export const periodText = z.string().regex(/^\d{4}(-\d{2})?$/);

export const question = z.object({
  key: z.string(),
  fact: z.string(),
  ask: localized,
  help: localized.optional(),
  why: localized,
  answer: z.union([
    z.object({ kind: z.literal('date') }),
    z.object({
      kind: z.literal('choice'),
      options: z.array(z.object({ value: z.union([z.string(), z.boolean()]), words: localized })),
    }),
  ]),
});

export const documentRequirement = z.object({
  key: z.string(),
  name: localized,
  hint: localized,
  required: z.boolean(),
});

/** Facts of the subject by their names without the subject: `{ "birth": "2023-12-05", "nationality": "CN" }`. Absent: not known. */
export const answers = z.record(z.string().max(60), z.union([z.string().max(60), z.boolean(), z.null()]));

export type QuestionWire = z.infer<typeof question>;
export type Answers = z.infer<typeof answers>;
