import { staffReads } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { statuses } from './statuses.ts';

export const listed = refusals(staffReads, statuses);
