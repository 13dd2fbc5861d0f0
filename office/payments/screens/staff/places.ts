import { type DeskScreens, part, place } from '../../../../building/staff-kit/place/screens.tsx';
import { familyPage } from '../../../families/screens/staff/family-page.ts';
import { batchAt, ledgerAt, moneyAt, returnsAt } from './addresses.ts';

export const screens: DeskScreens = {
  places: [
    place(moneyAt, () => import('./money.tsx'), 'MoneyScreen'),
    place(batchAt, () => import('./batch.tsx'), 'BatchScreen'),
    place(returnsAt, () => import('./returns.tsx'), 'ReturnsScreen'),
    place(ledgerAt, () => import('./ledger.tsx'), 'LedgerScreen'),
  ],
  parts: [part(familyPage, 10, () => import('./family-returns.tsx'), 'FamilyReturns')],
};
