declare const fenBrand: unique symbol;

/** An amount of money in fen (分), the hundredth of a yuan. `a + b` loses the brand, so sums go through {@link plus}. */
export type Fen = bigint & { readonly [fenBrand]: true };

/** A whole number of fen. Throws when a number is not a safe integer: that is a broken assumption, not bad input. */
export function fen(amount: bigint | number): Fen {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount))
    throw new Error(`Not a whole number of fen: ${amount}`);
  return BigInt(amount) as Fen;
}

export const noFen: Fen = fen(0n);

export function plus(a: Fen, b: Fen): Fen {
  return (a + b) as Fen;
}

export function minus(a: Fen, b: Fen): Fen {
  return (a - b) as Fen;
}

export function times(amount: Fen, count: bigint): Fen {
  return (amount * count) as Fen;
}

export function sumOf(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Fen;
}

/** Why a text is not an amount of yuan. */
export type NotAnAmount = 'empty' | 'not-a-number' | 'more-than-two-decimals' | 'too-large';

const yuan = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Reads yuan as people and banks write them (`3600`, `3,600.00`); three decimals are refused, never rounded. */
export function readYuan(text: string): { kind: 'amount'; fen: Fen } | { kind: 'refused'; why: NotAnAmount } {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'refused', why: 'empty' };
  const match = yuan.exec(trimmed);
  if (!match) return { kind: 'refused', why: 'not-a-number' };
  const [, sign, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return { kind: 'refused', why: 'more-than-two-decimals' };
  const digits = whole.replaceAll(',', '') + decimals.padEnd(2, '0');
  if (digits.length > 17) return { kind: 'refused', why: 'too-large' };
  const amount = BigInt(digits);
  return { kind: 'amount', fen: (sign === '-' ? -amount : amount) as Fen };
}

/** `360000n` → `3,600.00`; the plain form for files and machines (`3600.00`) with `grouped: false`. */
export function yuanText(amount: Fen, { grouped = true }: { grouped?: boolean } = {}): string {
  const absolute: bigint = amount < 0n ? 0n - amount : amount;
  const whole = (absolute / 100n).toString();
  const cents = (absolute % 100n).toString().padStart(2, '0');
  const shown = grouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${amount < 0n ? '-' : ''}${shown}.${cents}`;
}

/** For families: `3,600` when there are no fen, `3,600.50` when there are. */
export function shortYuanText(amount: Fen): string {
  const text = yuanText(amount);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
}

/** On the wire money is a decimal string of fen. */
export function fenToWire(amount: Fen): string {
  return amount.toString();
}

export function fenFromWire(text: string): Fen {
  return fen(BigInt(text));
}
