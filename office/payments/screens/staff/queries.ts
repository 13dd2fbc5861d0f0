import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { BatchView } from '../../contract/batch.ts';
import type { LedgerQuery, LedgerView } from '../../contract/ledger.ts';
import type { MoneyOverview } from '../../contract/overview.ts';
import type { ReturnedPayments } from '../../contract/returns.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';
import { meQuery } from '../../../staff/screens/staff/session.ts';

const paymentsKey = ['payments'] as const;

export const moneyQuery = queryOptions({
  queryKey: [...paymentsKey, 'money'],
  queryFn: () => read<MoneyOverview>('/api/office/money'),
});

export const batchQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey, 'batch', id],
    queryFn: ({ pageParam }) => read<BatchView>(`/api/office/batches/${encodeURIComponent(id)}`, { after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextAfter,
  });

export const returnsQuery = queryOptions({
  queryKey: [...paymentsKey, 'returns'],
  queryFn: () => read<ReturnedPayments>('/api/office/returns'),
});

/** Returned payments of the family whose record is open at the counter. */
export const familyReturnsQuery = (family: string) =>
  queryOptions({
    queryKey: [...paymentsKey, 'returns', family],
    queryFn: () => read<ReturnedPayments>('/api/office/returns', { family }),
  });

export const ledgerQuery = (filter: Omit<LedgerQuery, 'before'>) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey, 'ledger', filter],
    queryFn: ({ pageParam }) =>
      read<LedgerView>('/api/office/ledger', { ...filter, ...(pageParam === '' ? {} : { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextBefore,
  });

/** After an act with money everything about money is asked for again, and the menu's counts. */
export function useRefreshMoney(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
    await client.invalidateQueries({ queryKey: paymentsKey });
  };
}
