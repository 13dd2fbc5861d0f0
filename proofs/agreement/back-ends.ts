import type { BackEnd } from './back-end.ts';
import { explainOverColumns } from './population-of.ts';

/** Everything that must give what `explain` gives, and may not refuse more than this share of the rules. */
export const backEnds: readonly BackEnd[] = [explainOverColumns];
