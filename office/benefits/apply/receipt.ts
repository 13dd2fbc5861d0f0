/** The running part of a receipt number: `2026-004217`. Before it stands the county's mark: `禾 2026-004217`. */
export function runningPart(year: number, running: number): string {
  return `${year}-${String(running).padStart(6, '0')}`;
}

/** A receipt number as somebody wrote it; without a mark, it is of the county where it is asked for. */
export interface ReceiptWritten {
  readonly mark?: string;
  readonly running: string;
}

/**
 * Reads a receipt number as people copy it: with or without the mark and the blank, in full-width digits, with another dash. Undefined when
 * it is none.
 */
export function readReceipt(typed: string): ReceiptWritten | undefined {
  const match = /^(\p{L})?\s*(\d{4})\s*[-‐‑–—−一]?\s*(\d{6,})$/u.exec(typed.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, mark, year, number] = match;
  return { ...(mark !== undefined && { mark }), running: `${year}-${number}` };
}

/** A receipt number as the county prints it. */
export function printed({ mark, running }: ReceiptWritten): string {
  return mark === undefined ? running : `${mark} ${running}`;
}
