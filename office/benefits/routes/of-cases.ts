import { z } from 'zod';
import type { CaseId } from '../../../values/id.ts';
import type { Duty } from '../../hall/who/duty.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { handlingCase, listingCases } from '../who/purposes.ts';
import { idOf } from '../../hall/contract/wire.ts';

export const tags = ['benefits'];
export const ofCase = z.object({ id: idOf<CaseId>() });

/** Duties that see cases. A list is read by the first that is held, a case by the first that sees it. */
export const seesCases: readonly Duty[] = ['review', 'confirm', 'receive', 'supervise'];
export const listing = purposeOf(listingCases);

/** The audit names the case's receipt (`happen.ts`). */
export const handling = purposeOf(handlingCase);
