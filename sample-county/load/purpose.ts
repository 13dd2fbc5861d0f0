import type { Purpose } from '../../office/hall/who/purpose.ts';

/** Why the sample is written. No desk introduces it: outside a sample nobody acts for it. */
export const loadingSample: Purpose = { key: 'load-sample' };
