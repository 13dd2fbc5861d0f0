import type { CheckedImage } from './checked.ts';

/** A PDF by its head and its tail (ISO 32000-2, 7.5.2 and 7.5.5): a broken upload lacks the tail. Undefined when it is none. */
export function pdfOf(bytes: Buffer): Omit<CheckedImage, 'kind'> | 'damaged' | undefined {
  if (!/^[\s\S]{0,1024}?%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 1_040))) return undefined;
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2_048));
  return /startxref\s+\d+\s+%%EOF/.test(tail) ? { bytes, mediaType: 'application/pdf' } : 'damaged';
}
