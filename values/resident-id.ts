import { type Day, readDay } from './day.ts';

declare const residentIdBrand: unique symbol;

/** A resident identity number that passed {@link readResidentId}: 18 characters, X in upper case. */
export type ResidentId = string & { readonly [residentIdBrand]: true };

/** Why a number is refused; each has its own sentence, so that the person knows what to correct. */
export type NotAResidentId = 'wrong-length' | 'wrong-characters' | 'no-such-day' | 'wrong-check-digit';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** The 18th character for the first 17 (GB 11643-1999; ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return checkDigits[sum % 11] ?? '';
}

/**
 * Reads a resident identity number: resident ID card, residence permits of Hong Kong, Macao and Taiwan residents (81, 82, 83), and
 * the 18-digit permanent residence card (9), which all carry the same check. Spaces and a lower-case or full-width x are corrected.
 */
export function readResidentId(
  text: string,
): { kind: 'id'; id: ResidentId; birth: Day } | { kind: 'refused'; why: NotAResidentId } {
  const cleaned = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (cleaned.length !== 18) return { kind: 'refused', why: 'wrong-length' };
  if (!/^\d{17}[\dX]$/.test(cleaned)) return { kind: 'refused', why: 'wrong-characters' };
  const birth = readDay(`${cleaned.slice(6, 10)}-${cleaned.slice(10, 12)}-${cleaned.slice(12, 14)}`);
  if (birth === undefined) return { kind: 'refused', why: 'no-such-day' };
  if (checkDigitOf(cleaned) !== cleaned[17]) return { kind: 'refused', why: 'wrong-check-digit' };
  return { kind: 'id', id: cleaned as ResidentId, birth };
}

/** For screens: `990101********0021` keeps the region and the last four characters. */
export function maskedResidentId(id: string): string {
  return `${id.slice(0, 6)}${'*'.repeat(Math.max(0, id.length - 10))}${id.slice(-4)}`;
}
