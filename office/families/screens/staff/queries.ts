import { queryOptions } from '@tanstack/react-query';
import type { FamilyRecord } from '../../contract/record.ts';
import type { LookUpAnswer } from '../../contract/look-up.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';

export const familiesKey = ['families'] as const;

export const lookUpQuery = (q: string, purpose: string) =>
  queryOptions({
    queryKey: [...familiesKey, 'look-up', q, purpose],
    queryFn: () => read<LookUpAnswer>('/api/office/people', { q, purpose }),
    enabled: q !== '' && purpose !== '',
    staleTime: 30_000,
  });

/** Opening a record is logged with its purpose, so it is asked for once and not again behind the clerk's back. */
export const familyQuery = (id: string, purpose: string) =>
  queryOptions({
    queryKey: [...familiesKey, 'record', id, purpose],
    queryFn: () => read<FamilyRecord>(`/api/office/families/${encodeURIComponent(id)}`, { purpose }),
    enabled: purpose !== '',
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
