import { orientationOf, orientationSegment } from './orientation.ts';
import type { Parts } from './parts.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;

/** Segments that say how to show the picture: JFIF, colour profile, Adobe's colour transform. The rest says who took it where. */
const keptApplications = new Map<number, string>([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

/** Reads a JPEG segment by segment (ITU-T T.81, annex B) to its end marker and leaves out what does not show the picture, and all that follows it. */
export function jpegParts(bytes: Buffer): Parts {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return undefined;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // Fill bytes may stand before a marker.
      continue;
    }
    if (marker === EOI) break;
    if (at + 4 > bytes.length) return 'damaged';
    const length = bytes.readUInt16BE(at + 2);
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || end === undefined || end > bytes.length) return 'damaged';
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) size = frameSize(segment);
    if (marker === 0xe1) orientation = orientationOf(segment.subarray(4)) ?? orientation;
    if (isKept(marker, segment)) kept.push(segment);
    at = end;
  }
  if (size === undefined || size.width === 0 || size.height === 0) return 'damaged';
  kept.push(Buffer.of(0xff, EOI));
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation));
  return { ...size, bytes: Buffer.concat(kept) };
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false; // A comment.
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = keptApplications.get(marker);
  return name !== undefined && segment.toString('latin1', 4, 4 + name.length) === name;
}

/** Start of frame: C0 to CF without the three that define tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== JPG && marker !== DAC;
}

function frameSize(segment: Buffer): { width: number; height: number } | undefined {
  if (segment.length < 9) return undefined;
  return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
}

/** Where the next marker stands after the picture's data: FF is data when 00 or a restart marker follows. Undefined when the file ends within. */
function endOfScan(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return undefined;
}
