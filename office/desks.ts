import { benefitsDesk } from './benefits/desk.ts';
import type { BenefitsHouse } from './benefits/house.ts';
import { familiesDesk } from './families/desk.ts';
import type { Desk } from './hall/desk.ts';
import { noticesDesk } from './notices/desk.ts';
import { oversightDesk } from './oversight/desk.ts';
import { paymentsDesk } from './payments/desk.ts';
import { staffDesk } from './staff/desk.ts';

/** What the desks stand on, all of them. */
export type OfficeHouse = BenefitsHouse;

/**
 * The desks, ground first: a desk leans only on those before it. A new desk is added here, and nowhere else outside its folder and its
 * migration.
 */
export const desks: readonly Desk<OfficeHouse>[] = [
  staffDesk,
  familiesDesk,
  oversightDesk,
  noticesDesk,
  paymentsDesk,
  benefitsDesk,
];
