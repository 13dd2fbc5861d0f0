import type { Change, ChangedFact, WouldChange } from '../../../rules/change/change.ts';
import type { FactValue } from '../../../rules/facts.ts';
import { fenToWire } from '../../../values/fen.ts';

/** Fen as decimal text, as everywhere on the wire; null for what is not known. */
const factToWire = (value: FactValue): boolean | number | string | null =>
  typeof value === 'bigint' ? String(value) : (value ?? null);

/** `among`: the values that give the same as `to`; null where an end is that of the legal values. */
function changedFact({ from, to, among, ...rest }: ChangedFact): unknown {
  const run = among && { least: factToWire(among.least), greatest: factToWire(among.greatest) };
  return { ...rest, from: factToWire(from), to: factToWire(to), ...(run && { among: run }) };
}

function change({ changes, amountFen, ...rest }: Change): unknown {
  return {
    changes: changes.map(changedFact),
    ...rest,
    amountFen: amountFen === undefined ? null : fenToWire(amountFen),
  };
}

/**
 * What would change a determination, beside it as JSON: null when nothing would, and when there were too many ways to try
 * (`wouldChangeCut`).
 */
export function wouldChangeWire(found: WouldChange): Readonly<Record<string, unknown>> {
  if (found.kind === 'change') return { wouldChange: change(found.change) };
  return { wouldChange: null, ...(found.kind === 'cut' && { wouldChangeCut: true }) };
}
