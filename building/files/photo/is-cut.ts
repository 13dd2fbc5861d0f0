const topBoxes = new Set(['ftyp', 'meta', 'moov', 'mdat', 'free', 'skip', 'uuid']);

/**
 * Whether a HEIC or AVIF ends before its boxes do (ISO/IEC 14496-12, 4.2): libheif decodes what is there and leaves the rest grey. What
 * some phones write behind the boxes is none of them.
 */
export function isCut(bytes: Buffer): boolean {
  for (let at = 0; at + 8 <= bytes.length;) {
    if (!topBoxes.has(bytes.toString('latin1', at + 4, at + 8))) return false;
    const length = boxLength(bytes, at);
    if (length < 8 || at + length > bytes.length) return true;
    at += length;
  }
  return false;
}

/** With its own head; 1 stands for a length of 64 bits after the name, 0 for all the rest. */
function boxLength(bytes: Buffer, at: number): number {
  const length = bytes.readUInt32BE(at);
  if (length === 0) return bytes.length - at;
  if (length !== 1) return length;
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : Infinity;
}
