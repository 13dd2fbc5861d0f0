import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Draws the path as a printer would, four pixels to a module, with the quiet zone. */
function drawn(path: string, size: number): { data: Uint8ClampedArray; width: number } {
  const scale = 4;
  const width = (size + 8) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < Number(run) * scale; dx += 1) {
        const at = (((Number(y) + 4) * scale + dy) * width + (Number(x) + 4) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
  }
  return { data, width };
}

test('a phone reads from the code what was put into it', () => {
  const address = 'https://huijia.example.gov.cn/my/cases/%E7%A6%BE%202026-004217';
  const { path, size } = qrPath(address);
  const { data, width } = drawn(path, size);
  const read = (jsQR as unknown as typeof jsQR.default)(data, width, width);
  expect(read?.data).toBe(address);
});
