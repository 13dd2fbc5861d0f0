import type { Duty } from '../../../office/hall/who/duty.ts';
import type { Me } from '../../../office/staff/contract/sign-in.ts';

/** One entry of the menu. Someone who holds none of its duties does not see it. */
export interface MenuEntry {
  readonly key: 'today' | 'cases' | 'counter' | 'money' | 'returns' | 'ledger' | 'looks' | 'account';
  readonly to: '/' | '/cases' | '/counter' | '/money' | '/returns' | '/ledger' | '/looks' | '/account';
  readonly duties: readonly Duty[] | 'everyone';
  /** A line above: another kind of work begins. */
  readonly begins?: true;
}

const caseDuties = ['receive', 'review', 'confirm'] as const;
const moneyDuties = ['manage-funds', 'pay-out', 'supervise'] as const;

const entries: readonly MenuEntry[] = [
  { key: 'today', to: '/', duties: caseDuties },
  { key: 'cases', to: '/cases', duties: [...caseDuties, 'supervise'] },
  { key: 'counter', to: '/counter', duties: ['receive', 'review'] },
  { key: 'money', to: '/money', duties: moneyDuties, begins: true },
  { key: 'returns', to: '/returns', duties: [...moneyDuties, 'receive'] },
  { key: 'ledger', to: '/ledger', duties: moneyDuties },
  { key: 'looks', to: '/looks', duties: ['supervise'], begins: true },
  { key: 'account', to: '/account', duties: 'everyone', begins: true },
];

/** What the duties held allow, in the menu's order. */
export function menuOf(me: Me): readonly MenuEntry[] {
  const held = new Set(me.duties.map((one) => one.duty));
  return entries.filter((entry) => entry.duties === 'everyone' || entry.duties.some((duty) => held.has(duty)));
}

/** Where someone's day begins: the first entry that their duties allow. */
export function firstPlaceOf(me: Me): MenuEntry['to'] {
  return menuOf(me)[0]?.to ?? '/account';
}
