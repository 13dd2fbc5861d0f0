import { type DeskScreens, place } from '../../../../building/staff-kit/place/screens.tsx';
import { counterAt, familyAt, newFamilyAt } from './addresses.ts';

export const screens: DeskScreens = {
  places: [
    place(counterAt, () => import('./counter.tsx'), 'CounterScreen'),
    place(newFamilyAt, () => import('./new-family.tsx'), 'NewFamilyScreen'),
    place(familyAt, () => import('./family.tsx'), 'FamilyScreen'),
  ],
};
