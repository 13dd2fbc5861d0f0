import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BenefitList, BenefitPage } from '../../contract/benefit.ts';
import type { CaseFile } from '../../contract/case-file.ts';
import type { CaseList, CasesQuery, TodayAnswer } from '../../contract/case-list.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';

/** Everything asked of the benefits desk stands under this key, so that an act can make all of it be asked again. */
export const benefitsKey = ['benefits'] as const;

export const todayQuery = infiniteQueryOptions({
  queryKey: [...benefitsKey, 'today'],
  queryFn: ({ pageParam }) => read<TodayAnswer>('/api/office/today', pageParam === '' ? {} : { after: pageParam }),
  initialPageParam: '',
  getNextPageParam: (last) => last.next ?? undefined,
});

/** What narrows the list of cases; the page after comes by itself. */
export type CaseFilter = Omit<CasesQuery, 'after' | 'limit'>;

export const casesQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: [...benefitsKey, 'cases', filter],
    queryFn: ({ pageParam }) =>
      read<CaseList>('/api/office/cases', { ...filter, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    // The list and its open filters stay while the next answer is on its way.
    placeholderData: keepPreviousData,
  });

/** Opening a case is a look at a record and is logged, so it is not asked for again merely because the window came to the front. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: [...benefitsKey, 'case', id],
    queryFn: () => read<CaseFile>(`/api/office/cases/${encodeURIComponent(id)}`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 60_000,
  });

export const benefitListQuery = queryOptions({
  queryKey: [...benefitsKey, 'list'],
  queryFn: () => read<BenefitList>('/api/benefits'),
  staleTime: 600_000,
});

export const benefitPageQuery = (address: string) =>
  queryOptions({
    queryKey: [...benefitsKey, 'page', address],
    queryFn: () => read<BenefitPage>(`/api/benefits/${encodeURIComponent(address)}`),
    staleTime: 600_000,
  });
