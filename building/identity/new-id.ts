import { randomBytes } from 'node:crypto';
import type { Id } from '../../values/id.ts';

/** Asked of the operating system 256 ids at a time: an act makes several, and each asking costs more than the rest of an id. */
let drawn = Buffer.alloc(0);

function sixteenRandomBytes(): Buffer {
  if (drawn.length < 16) drawn = randomBytes(4096);
  const bytes = drawn.subarray(0, 16);
  drawn = drawn.subarray(16);
  return bytes;
}

let lastMillisecond = 0;
let counter = 0;

/**
 * A new UUID version 7 (RFC 9562): 48 bits of time, then a counter that grows within a millisecond of this process, then 62 random bits.
 * New rows land at the end of their index.
 */
export function newId<Of extends string>(now: number = Date.now()): Id<Of> {
  const bytes = sixteenRandomBytes();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = bytes.readUInt16BE(6) & 0x07ff; // Leaves half the range to count in.
  } else if (++counter > 0x0fff) {
    lastMillisecond += 1;
    counter = 0;
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Of>;
}
