import { heicParts } from './heic.ts';
import { jpegParts } from './jpeg.ts';
import type { Parts } from './parts.ts';
import { isPdf } from './pdf.ts';
import { pngParts } from './png.ts';
import { webpParts } from './webp.ts';

/** A photo or scan that may be kept: what it is, and its bytes without the place and camera that a phone wrote into them. */
export interface CheckedImage {
  readonly kind: 'image';
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';
  readonly bytes: Buffer;
  /** Pixels as stored; 0 for a PDF. */
  readonly width: number;
  readonly height: number;
}

/** Why a file is refused; each has its own sentence. `damaged`: it begins as an image and does not hold together, as after a broken upload. */
export type NotAnImage = 'not-an-image' | 'too-large' | 'damaged';

/** More pixels than any phone takes: a small file that would unpack to gigabytes. */
const mostPixels = 120_000_000;
const mostSide = 20_000;

const readers = [
  ['image/jpeg', jpegParts],
  ['image/png', pngParts],
  ['image/webp', webpParts],
  ['image/heic', heicParts],
  ['application/pdf', isPdf],
] as const;

/** Checks by structure, never by name or by what the sender claims, that bytes are a photo or a PDF, and takes out where and with what it was taken. */
export function checkImage(
  bytes: Uint8Array,
  mostBytes: number,
): CheckedImage | { readonly kind: 'refused'; readonly why: NotAnImage } {
  if (bytes.length > mostBytes) return { kind: 'refused', why: 'too-large' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [mediaType, read] of readers) {
    const parts = readOrDamaged(read, buffer);
    if (parts === undefined) continue;
    if (parts === 'damaged') return { kind: 'refused', why: 'damaged' };
    const { width, height } = parts;
    if (width * height > mostPixels || Math.max(width, height) > mostSide) return { kind: 'refused', why: 'too-large' };
    return { kind: 'image', mediaType, ...parts };
  }
  return { kind: 'refused', why: 'not-an-image' };
}

/** A length that points past the end: the reader's own reading fails. */
function readOrDamaged(read: (bytes: Buffer) => Parts, bytes: Buffer): Parts {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}
