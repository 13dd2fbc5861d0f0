import type { House } from '../hall/house.ts';
import type { PackShelf } from './law/packs.ts';

/** What the acts of this desk stand on: the house, and the law that it applies. */
export interface BenefitsHouse extends House {
  readonly packs: PackShelf;
}
