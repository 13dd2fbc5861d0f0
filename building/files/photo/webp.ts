import type { Parts } from './parts.ts';

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
  /** With its head and its padding to an even length. */
  readonly whole: Buffer;
}

const exifFlag = 0x08;
const xmpFlag = 0x04;

/** Reads a WebP chunk by chunk (RFC 9649) and leaves out Exif and XMP. */
export function webpParts(bytes: Buffer): Parts {
  if (bytes.length < 16 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    return undefined;
  const chunks = chunksOf(bytes.subarray(0, 8 + bytes.readUInt32LE(4)));
  const size = chunks && sizeOf(chunks);
  if (chunks === undefined || size === undefined || bytes.readUInt32LE(4) + 8 > bytes.length) return 'damaged';
  const body = Buffer.concat(chunks.filter(({ type }) => type !== 'EXIF' && type !== 'XMP ').map(withoutFlags));
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + body.length, 4);
  return { ...size, bytes: Buffer.concat([head, body]) };
}

function chunksOf(file: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 12; at < file.length;) {
    if (at + 8 > file.length) return undefined;
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > file.length) return undefined;
    chunks.push({
      type: file.toString('latin1', at, at + 4),
      body: file.subarray(at + 8, at + 8 + length),
      whole: file.subarray(at, end),
    });
    at = end;
  }
  return chunks;
}

function sizeOf(chunks: readonly Chunk[]): { width: number; height: number } | undefined {
  const picture = chunks.find(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF');
  const extended = chunks.find(({ type }) => type === 'VP8X');
  if (picture === undefined || picture.body.length < 10) return undefined;
  if (extended !== undefined && extended.body.length >= 10) {
    return { width: extended.body.readUIntLE(4, 3) + 1, height: extended.body.readUIntLE(7, 3) + 1 };
  }
  if (picture.type === 'VP8L') return losslessSize(picture.body);
  const startsFrame = picture.body.readUIntBE(3, 3) === 0x9d012a;
  return startsFrame
    ? { width: picture.body.readUInt16LE(6) & 0x3fff, height: picture.body.readUInt16LE(8) & 0x3fff }
    : undefined;
}

/** 14 bits of width less one, 14 bits of height less one, after the signature byte. */
function losslessSize(body: Buffer): { width: number; height: number } | undefined {
  if (body[0] !== 0x2f) return undefined;
  const bits = body.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function withoutFlags({ type, whole }: Chunk): Buffer {
  if (type !== 'VP8X') return whole;
  const copy = Buffer.from(whole);
  copy.writeUInt8(copy.readUInt8(8) & ~(exifFlag | xmpFlag), 8);
  return copy;
}
