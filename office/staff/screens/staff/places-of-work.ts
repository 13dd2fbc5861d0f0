import { queryOptions } from '@tanstack/react-query';
import type { DivisionList } from '../../contract/divisions.ts';
import type { PurposeList } from '../../contract/purposes.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';

/** The divisions within which the signed-in person works, in order of code. */
export const divisionsQuery = queryOptions({
  queryKey: ['divisions'],
  queryFn: () => read<DivisionList>('/api/office/divisions'),
  staleTime: 600_000,
});

/** Why a record may be opened at the counter. */
export const purposesQuery = queryOptions({
  queryKey: ['purposes'],
  queryFn: () => read<PurposeList>('/api/office/purposes'),
  staleTime: 600_000,
});
