import type { CheckedImage, NotAnImage } from './checked.ts';
import { pdfOf } from './pdf.ts';
import { redrawn } from './redrawn.ts';

/**
 * Checks by their content, never by name or by what the sender claims, that bytes are a photo or a PDF. A photo is drawn anew: as PNG if it
 * was one, otherwise (JPEG, WebP, HEIC, AVIF) as JPEG, which every browser shows.
 */
export async function checkImage(
  bytes: Uint8Array,
  mostBytes: number,
): Promise<CheckedImage | { readonly kind: 'refused'; readonly why: NotAnImage }> {
  if (bytes.length > mostBytes) return { kind: 'refused', why: 'too-large' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = pdfOf(buffer) ?? (await redrawn(buffer));
  return typeof found === 'string' ? { kind: 'refused', why: found } : { kind: 'image', ...found };
}
