import { keyTable } from '../../../../building/staff-kit/keys/key-group.tsx';
import { type DeskScreens, part, place } from '../../../../building/staff-kit/place/screens.tsx';
import { familyPage } from '../../../families/screens/staff/family-page.ts';
import { applyAt, caseAt, casesAt, todayAt } from './addresses.ts';

export const screens: DeskScreens = {
  places: [
    place(todayAt, () => import('./lists/today.tsx'), 'TodayScreen'),
    place(casesAt, () => import('./lists/cases.tsx'), 'CasesScreen'),
    place(caseAt, () => import('./file/case.tsx'), 'CaseScreen'),
    place(applyAt, () => import('./apply/apply.tsx'), 'ApplyScreen'),
  ],
  parts: [
    part(familyPage, 20, () => import('./apply/start-benefits.tsx'), 'StartBenefits'),
    part(keyTable, 10, () => import('./file/case-keys.tsx'), 'CaseKeys'),
  ],
};
