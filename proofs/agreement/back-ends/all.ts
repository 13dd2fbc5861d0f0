import type { BackEnd } from './back-end.ts';
import { columnsInJs, columnsInWasm } from './columns-back-end.ts';
import { explainOverColumns } from './population-of.ts';

/** Everything that must give what `explain` gives. */
export const backEnds: readonly BackEnd[] = [explainOverColumns, columnsInJs, columnsInWasm];
