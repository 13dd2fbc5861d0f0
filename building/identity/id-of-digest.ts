import type { Id } from '../../values/id.ts';

/** A UUID version 8 (RFC 9562) made of a digest: the same thing has the same id, whoever names it. */
export function idOfDigest<Of extends string>(digest: Buffer): Id<Of> {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Of>;
}
