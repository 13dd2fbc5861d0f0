import { z } from 'zod';
import { localized } from '../../hall/contract/wire.ts';

/** May the reader do this now? If not, the sentence that says why and who may. */
export const permission = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), why: localized }),
]);

export type Permission = z.infer<typeof permission>;
