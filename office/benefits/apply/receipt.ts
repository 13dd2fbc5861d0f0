/** The running part of a receipt number: `2026-004217`. Before it stands the county's mark: `禾 2026-004217`. */
export function runningPart(year: number, running: number): string {
  return `${year}-${String(running).padStart(6, '0')}`;
}

/**
 * Reads the running part of a receipt number as people copy it: with or without the mark and the blank, in full-width digits, with another dash.
 * Undefined when it is none.
 */
export function readReceipt(typed: string): string | undefined {
  const match = /^\p{L}?\s*(\d{4})\s*[-‐‑–—−一]?\s*(\d{6,})$/u.exec(typed.normalize('NFKC').trim());
  return match ? `${match[1]}-${match[2]}` : undefined;
}
