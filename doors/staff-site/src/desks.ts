import type { DeskScreens } from '../../../building/staff-kit/place/screens.tsx';

// A desk brings its screens itself: whoever has the file is found.
const found = import.meta.glob<DeskScreens>('../../../office/*/screens/staff/places.ts', {
  eager: true,
  import: 'screens',
});

const all = Object.values(found);
export const places = all.flatMap((one) => one.places ?? []);
export const parts = all.flatMap((one) => one.parts ?? []);

once(places.map(({ at }) => `at ${at.path}`));
once(parts.map(({ page, order }) => `as part ${order} of the page ${page}`));

function once(shown: readonly string[]): void {
  const twice = shown.find((one, i) => shown.indexOf(one) !== i);
  if (twice !== undefined) throw new Error(`Two desks show something ${twice}`);
}
