import type { Site } from '../../hall/pages/site.ts';
import type { BenefitsHouse } from '../house.ts';

/** A site whose pages show what the law grants. */
export type BenefitsSite = Site<BenefitsHouse>;
