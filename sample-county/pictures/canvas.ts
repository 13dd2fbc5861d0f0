import { crc32, deflateSync } from 'node:zlib';

/** A picture of few colours that is drawn on and written as a PNG (ISO/IEC 15948), as small as a form on paper is plain. */
export interface Canvas {
  fill(x: number, y: number, width: number, height: number, colour: number): void;
  /** A line through the points, as thick as a pen of that diameter. */
  stroke(points: readonly (readonly [number, number])[], thickness: number, colour: number): void;
  circle(x: number, y: number, radius: number, thickness: number, colour: number): void;
  png(): Buffer;
}

/** `palette`: colours as 0xRRGGBB; colour 0 is the paper. */
export function openCanvas(width: number, height: number, palette: readonly number[]): Canvas {
  const pixels = new Uint8Array(width * height);
  const fill: Canvas['fill'] = (left, top, w, h, colour) => {
    const [from, to] = [Math.max(0, Math.round(left)), Math.min(width, Math.round(left + w))];
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(top + h)); y += 1) {
      pixels.fill(colour, y * width + from, y * width + Math.max(from, to));
    }
  };
  const dot = (x: number, y: number, radius: number, colour: number): void => {
    for (let dy = -Math.ceil(radius); dy <= radius; dy += 1) {
      const half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
      fill(x - half, y + dy, 2 * half, 1, colour);
    }
  };
  const stroke: Canvas['stroke'] = (points, thickness, colour) => {
    points.slice(1).forEach(([x2, y2], i) => {
      const [x1, y1] = points[i] ?? [x2, y2];
      const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1)));
      for (let s = 0; s <= steps; s += 1)
        dot(x1 + ((x2 - x1) * s) / steps, y1 + ((y2 - y1) * s) / steps, thickness / 2, colour);
    });
  };
  const circle: Canvas['circle'] = (x, y, radius, thickness, colour) => {
    const points = Array.from({ length: 121 }, (_, n): [number, number] => {
      const angle = (n * Math.PI) / 60;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    stroke(points, thickness, colour);
  };
  return { fill, stroke, circle, png: () => encode(pixels, width, height, palette) };
}

function encode(pixels: Uint8Array, width: number, height: number, palette: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits a pixel, of a palette, not interlaced
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap((rgb) => [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
