/** Bits that hold every number below `count`; at least one. */
export function bitsFor(count: number): number {
  return count <= 2 ? 1 : 32 - Math.clz32(count - 1);
}

/**
 * Small numbers in Parquet's hybrid of runs and packed bits (`RLE`): one run where all are alike, else all of them packed.
 * `width` is at most 24 bits.
 */
export function hybridOf(values: Uint8Array | Uint32Array, count: number, width: number): Buffer {
  const first = values[0] ?? 0;
  let alike = 1;
  while (alike < count && values[alike] === first) alike += 1;
  if (alike >= count) return runOf(first, count, width);
  const groups = Math.ceil(count / 8);
  const head = varint(groups * 2 + 1);
  const bytes = Buffer.alloc(head.length + groups * width);
  bytes.set(head);
  packInto(bytes, head.length, values, count, width);
  return bytes;
}

function packInto(bytes: Buffer, start: number, values: Uint8Array | Uint32Array, count: number, width: number): void {
  let [at, pending, held] = [start, 0, 0];
  for (let i = 0; i < count; i += 1) {
    pending |= (values[i] as number) << held;
    held += width;
    while (held >= 8) {
      bytes[at] = pending & 255;
      at += 1;
      pending >>>= 8;
      held -= 8;
    }
  }
  if (held > 0) bytes[at] = pending & 255;
}

function runOf(value: number, count: number, width: number): Buffer {
  const bytes = Array.from({ length: Math.ceil(width / 8) }, (_, i) => (value >>> (8 * i)) & 255);
  return Buffer.from([...varint(count * 2), ...bytes]);
}

function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
