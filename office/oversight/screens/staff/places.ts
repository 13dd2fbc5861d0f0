import { type DeskScreens, place } from '../../../../building/staff-kit/place/screens.tsx';
import { looksAt } from './addresses.ts';

export const screens: DeskScreens = {
  places: [place(looksAt, () => import('./looks.tsx'), 'LooksScreen')],
};
