import { address } from '../../../../building/staff-kit/place/address.ts';

export const todayAt = address('/');
export const casesAt = address('/cases', 'q', 'state', 'turn', 'division', 'policy', 'standing');
export const caseAt = address('/cases/$id');
export const applyAt = address('/families/$id/apply/$policy', 'purpose', 'who');
