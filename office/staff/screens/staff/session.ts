import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/sign-in.ts';
import type { Duty } from '../../../hall/who/duty.ts';
import { keepFormToken, read } from '../../../../building/staff-kit/ask/api.ts';

/** Who is signed in, their duties and what waits for them. Asked again after every act, so the menu's counts stay true. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me> => {
    const me = await read<Me>('/api/office/me');
    keepFormToken(me.formToken);
    return me;
  },
  retry: false,
  staleTime: 30_000,
});

/** The signed-in staff member. Screens stand inside the shell, which shows them only once this is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) throw new Error('A screen stands outside the shell: nobody is signed in');
  return data;
}

export function holds(me: Me, ...duties: readonly Duty[]): boolean {
  return me.duties.some((held) => duties.includes(held.duty));
}
