import { dayOf, type Day } from '../../../values/day.ts';

/**
 * Reads a day as people type it: `2026-12-15`, `20261215`, `2026/12/5`, `2026.12.5`, `2026年12月5日`, with full-width digits too. Undefined
 * when it is none, or when the calendar has no such day.
 */
export function readTypedDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?$/.exec(plain);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** While typing only what can't be the beginning of another day is put into shape: `20261215`, `2026/12/05`, not `2026/12/1`. */
export function isTypedWhole(text: string): boolean {
  return /^(?:\d{8}|\d{4}\D\d{2}\D\d{2}日?)$/.test(text.normalize('NFKC').trim());
}
