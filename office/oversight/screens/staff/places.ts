import { address } from '../../../../building/staff-kit/place/address.ts';
import { type DeskScreens, place } from '../../../../building/staff-kit/place/screens.tsx';
import { looksAt, provinceAt } from './addresses.ts';

export const screens: DeskScreens = {
  places: [
    place(looksAt, () => import('./looks.tsx'), 'LooksScreen'),
    place(address('/told'), () => import('./told.tsx'), 'ToldScreen'),
    place(provinceAt, () => import('./province.tsx'), 'ProvinceScreen'),
  ],
};
