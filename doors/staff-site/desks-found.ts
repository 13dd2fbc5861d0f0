import { globSync } from 'node:fs';

/** Where a desk introduces its screens. The site finds it there: one more or less is another site. */
export const desksFound = 'office/*/screens/staff/places.ts';

/** The files that are found, as one text. */
export function desksFoundIn(checkout: string): string {
  return globSync(desksFound, { cwd: checkout }).toSorted().join('\n');
}
