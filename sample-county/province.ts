import { provinceFigures } from '../office/oversight/who/duties.ts';
import { division, type Province } from '../values/division.ts';
import type { OfficeId, StaffId } from '../values/id.ts';

/** The invented province in which every sample county lies: 99 is none of GB/T 2260. */
export const sampleProvince = { code: '990000' as Province, division: division('990000000000') };

export const provinceOffice = {
  id: '0194398a-000e-7000-8000-000000000001' as OfficeId,
  name: { 'zh-CN': '样例省卫生健康委员会', en: 'Health Commission of Sample Province' },
};

/** Who sees the figures of the province's counties. */
export const provinceReader = {
  id: '0194398a-0059-7000-8000-000000000001' as StaffId,
  name: '顾文澜',
  signInName: 'guwenlan',
  duty: provinceFigures.key,
};
