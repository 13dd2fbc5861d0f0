import { address } from '../../../../building/staff-kit/place/address.ts';

export const moneyAt = address('/money');
export const batchAt = address('/batches/$id');
export const returnsAt = address('/returns');
export const ledgerAt = address('/ledger', 'account', 'from', 'to');
