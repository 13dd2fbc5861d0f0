import { address } from '../../../../building/staff-kit/place/address.ts';
import { type DeskScreens, place } from '../../../../building/staff-kit/place/screens.tsx';

export const screens: DeskScreens = {
  places: [place(address('/account'), () => import('./account.tsx'), 'AccountScreen')],
};
