import { z } from 'zod';
import { divisionName } from '../../hall/contract/wire.ts';

/** `GET /api/office/divisions`: the acting person's division and all within it, in order of code. */
export const divisionList = z.object({ divisions: z.array(divisionName) });

export type DivisionList = z.infer<typeof divisionList>;
