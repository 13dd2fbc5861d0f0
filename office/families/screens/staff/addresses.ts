import { address } from '../../../../building/staff-kit/place/address.ts';

export const counterAt = address('/counter', 'q', 'purpose');
export const newFamilyAt = address('/counter/new', 'purpose');
export const familyAt = address('/families/$id', 'purpose', 'who');
