import { z } from 'zod';
import type { BatchId } from '../../../values/id.ts';
import type { Duty } from '../../hall/who/duty.ts';
import { staffReads } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { statuses } from './statuses.ts';

export const seesMoney: readonly Duty[] = ['manage-funds', 'pay-out', 'supervise'];
export const paysOut: readonly Duty[] = ['pay-out'];
export const servesTheCounter: readonly Duty[] = ['receive'];
export const listed = refusals(staffReads, statuses);
export const tags = ['payments'];
export const ofBatch = z.object({ id: idOf<BatchId>() });
