import { address } from '../../../../building/staff-kit/place/address.ts';

export const looksAt = address('/looks', 'staff', 'from', 'until');
export const provinceAt = address('/province', 'day');
