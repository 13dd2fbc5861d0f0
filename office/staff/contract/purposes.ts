import { z } from 'zod';
import { localized } from '../../hall/contract/wire.ts';

/** `GET /api/office/purposes`: why a person's data may be looked up at the counter. */
export const purposeList = z.object({ purposes: z.array(z.object({ key: z.string(), words: localized })) });

export type PurposeList = z.infer<typeof purposeList>;
