import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DivisionList } from '../../contract/divisions.ts';
import type { PurposeList } from '../../contract/purposes.ts';
import type { Branch } from '../../../../building/staff-kit/choice/tri-state.ts';
import { useSay } from '../../../../building/staff-kit/language.ts';
import { contains, levelOf } from '../../../../values/division.ts';
import { useMemo } from 'react';
import { read } from '../../../../building/staff-kit/ask/api.ts';

/** The divisions within which the signed-in person works, in order of code. */
export const divisionsQuery = queryOptions({
  queryKey: ['divisions'],
  queryFn: () => read<DivisionList>('/api/office/divisions'),
  staleTime: 600_000,
});

/** Townships with their villages, as far as the signed-in person works in them; who works in one township sees its villages alone. */
export function usePlacesOfWork(): readonly Branch[] {
  const say = useSay();
  const divisions = useQuery(divisionsQuery).data?.divisions;
  return useMemo(() => {
    const villages = (divisions ?? []).filter(({ code }) => levelOf(code) === 'village');
    const named = (places: DivisionList['divisions']): readonly Branch[] =>
      places.map(({ code, name }) => ({ id: code, text: say(name), branches: [] }));
    const townships = (divisions ?? [])
      .filter(({ code }) => levelOf(code) === 'township')
      .map(({ code, name }) => ({
        id: code,
        text: say(name),
        branches: named(villages.filter((village) => contains(code, village.code))),
      }));
    const [only] = townships;
    if (only === undefined) return named(villages);
    return townships.length === 1 && only.branches.length > 0 ? only.branches : townships;
  }, [divisions, say]);
}

/** Why a record may be opened at the counter. */
export const purposesQuery = queryOptions({
  queryKey: ['purposes'],
  queryFn: () => read<PurposeList>('/api/office/purposes'),
  staleTime: 600_000,
});
