import type { Held } from '../column.ts';

const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** Names by their sound, numbers by their size; what holds nothing comes last whichever way it is sorted (see the table's own setting). */
export function compareHeld(a: Held, b: Held): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return chinese.compare(String(a ?? ''), String(b ?? ''));
}
