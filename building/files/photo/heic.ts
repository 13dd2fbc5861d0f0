import type { Parts } from './parts.ts';

const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly from: number;
  readonly to: number;
}

/** Reads a HEIC box by box (ISO/IEC 14496-12, 23008-12) and blanks its Exif and XMP items, whose place in the file other boxes rely on. */
export function heicParts(bytes: Buffer): Parts {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const length = Math.min(bytes.readUInt32BE(0), bytes.length);
  const named = bytes.toString('latin1', 8, length).match(/.{4}/gs) ?? [];
  if (!named.some((brand) => brands.has(brand))) return undefined;
  const top = boxesIn(bytes, 0, bytes.length);
  const meta = top?.find(({ type }) => type === 'meta');
  if (top === undefined || meta === undefined || !top.some(({ type }) => type === 'mdat')) return 'damaged';
  const inMeta = boxesIn(bytes, meta.from + 4, meta.to);
  const size = inMeta && largestSize(bytes, inMeta);
  if (inMeta === undefined || size === undefined) return 'damaged';
  return { ...size, bytes: blanked(bytes, inMeta) };
}

function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) return undefined;
    const small = bytes.readUInt32BE(at);
    const isLarge = small === 1 && at + 16 <= to;
    const size = isLarge ? Number(bytes.readBigUInt64BE(at + 8)) : small === 0 ? to - at : small;
    if (size < 8 || at + size > to) return undefined;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + (isLarge ? 16 : 8), to: at + size });
    at += size;
  }
  return boxes;
}

/** The tiles of a picture have sizes too: the largest is the picture's. */
function largestSize(bytes: Buffer, meta: readonly Box[]): { width: number; height: number } | undefined {
  const properties = meta.find(({ type }) => type === 'iprp');
  const container = properties && boxesIn(bytes, properties.from, properties.to)?.find(({ type }) => type === 'ipco');
  const sizes =
    (container && boxesIn(bytes, container.from, container.to))?.filter(
      ({ type, from, to }) => type === 'ispe' && to - from >= 12,
    ) ?? [];
  const read = sizes.map(({ from }) => ({ width: bytes.readUInt32BE(from + 4), height: bytes.readUInt32BE(from + 8) }));
  return read
    .filter(({ width, height }) => width > 0 && height > 0)
    .sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

function blanked(bytes: Buffer, meta: readonly Box[]): Buffer {
  const copy = Buffer.from(bytes);
  const told = itemsAboutTaking(bytes, meta);
  for (const { item, from, to } of extentsOf(bytes, meta))
    if (told.has(item)) copy.fill(0, from, Math.min(to, copy.length));
  return copy;
}

/** Ids of the items `Exif` and `mime` (XMP), from the entries of `iinf` in their versions 2 and 3. */
function itemsAboutTaking(bytes: Buffer, meta: readonly Box[]): ReadonlySet<number> {
  const list = meta.find(({ type }) => type === 'iinf');
  if (list === undefined) return new Set();
  const countBytes = bytes[list.from] === 0 ? 2 : 4;
  const entries = boxesIn(bytes, list.from + 4 + countBytes, list.to) ?? [];
  const ids = entries.map(({ from }) => {
    const idBytes = bytes[from] === 3 ? 4 : 2;
    const type = bytes.toString('latin1', from + 4 + idBytes + 2, from + 4 + idBytes + 6);
    return type === 'Exif' || type === 'mime' ? bytes.readUIntBE(from + 4, idBytes) : -1;
  });
  return new Set(ids);
}

interface Extent {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/** Where items lie in the file, from `iloc` (construction method 0: offsets into the file). */
function extentsOf(bytes: Buffer, meta: readonly Box[]): readonly Extent[] {
  const box = meta.find(({ type }) => type === 'iloc');
  if (box === undefined) return [];
  let at = box.from;
  const next = (width: number): number => {
    const value = width === 0 ? 0 : width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width);
    at += width;
    return value;
  };
  const version = next(1);
  next(3);
  const widths = next(2);
  const [offsetWidth, lengthWidth, baseWidth, indexWidth] = [
    widths >> 12,
    (widths >> 8) & 15,
    (widths >> 4) & 15,
    version > 0 ? widths & 15 : 0,
  ];
  if (offsetWidth + lengthWidth + indexWidth === 0) return []; // Extents that take no room could be counted without end.
  const extents: Extent[] = [];
  for (let left = next(version < 2 ? 2 : 4); left > 0 && at < box.to; left -= 1) {
    const item = next(version < 2 ? 2 : 4);
    const method = version > 0 ? next(2) & 15 : 0;
    next(2);
    const base = next(baseWidth);
    for (let count = next(2); count > 0 && at < box.to; count -= 1) {
      next(indexWidth);
      const from = base + next(offsetWidth);
      const length = next(lengthWidth);
      if (method === 0) extents.push({ item, from, to: from + length });
    }
  }
  return extents;
}
