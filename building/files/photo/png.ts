import { crc32 } from 'node:zlib';
import type { Parts } from './parts.ts';

const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Chunks that tell about the taking, not the picture (PNG specification, third edition, section 11.3). */
const leftOut = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

/** Reads a PNG chunk by chunk, each with its checksum, to IEND. */
export function pngParts(bytes: Buffer): Parts {
  if (!bytes.subarray(0, 8).equals(signature)) return undefined;
  const kept: Buffer[] = [signature];
  let size = { width: 0, height: 0 };
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged';
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && (type !== 'IHDR' || end - at !== 25)) return 'damaged';
    if (type === 'IHDR') size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (type === 'IDAT') hasData = true;
    if (!leftOut.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND')
      return hasData && size.width > 0 && size.height > 0 ? { ...size, bytes: Buffer.concat(kept) } : 'damaged';
    at = end;
  }
  return 'damaged';
}
