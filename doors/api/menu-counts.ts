import { openCounts } from '../../office/benefits/list/today.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { moneyWaiting } from '../../office/payments/overview/money.ts';
import { returnsWaiting } from '../../office/payments/returns/returned.ts';
import type { StaffSession } from '../../office/hall/who/session.ts';
import type { Me } from '../../office/staff/contract/sign-in.ts';
import { actingFor } from '../../office/hall/who/acting-for.ts';
import { purposeOfKey } from '../../office/hall/who/purpose.ts';

type Counts = Me['counts'];

/** What waits behind each entry of the staff menu, for the duties that are held. */
export async function menuCounts(house: BenefitsHouse, session: StaffSession): Promise<Counts> {
  return {
    ...(await caseCounts(house, session)),
    ...(await counterCounts(house, session)),
    ...(await moneyCounts(house, session)),
  };
}

async function caseCounts(house: BenefitsHouse, session: StaffSession): Promise<Counts> {
  const holder = actingFor(session, ['review', 'confirm', 'receive'], '查看办件清单');
  if (holder.kind !== 'acting') return {};
  const { overdue, soon, rest } = await openCounts(house, holder.acting);
  return { today: { count: overdue + soon + rest, late: overdue } };
}

async function counterCounts(house: BenefitsHouse, session: StaffSession): Promise<Counts> {
  const holder = actingFor(session, ['receive'], purposeOfKey('payment'));
  return holder.kind === 'acting' ? { returns: { count: await returnsWaiting(house, holder.acting) } } : {};
}

async function moneyCounts(house: BenefitsHouse, session: StaffSession): Promise<Counts> {
  const holder = actingFor(session, ['manage-funds', 'pay-out']);
  if (holder.kind !== 'acting') return {};
  const { batches, returned } = await moneyWaiting(house, holder.acting);
  return { money: { count: batches }, returns: { count: returned } };
}
