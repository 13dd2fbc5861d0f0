import type { PageOfParts } from '../../../../building/staff-kit/place/screens.tsx';

/** What another desk's part of a family's page is handed. */
export interface OfFamily {
  readonly family: string;
  /** Why the record was opened. */
  readonly purpose: string;
  /** Whom the clerk looked for: they ask. */
  readonly who: string | undefined;
}

/** A family's record, with what other desks can do for the family beside it. */
export const familyPage: PageOfParts<OfFamily> = { page: 'family' };
