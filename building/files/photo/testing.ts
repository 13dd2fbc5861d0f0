import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const quarters = { red: [200, 30, 30], green: [30, 160, 30], blue: [30, 30, 200], white: [240, 240, 240] } as const;
type Colour = keyof typeof quarters;

/** What tells where and with what a photo was taken; the place is invented. */
const exif = {
  IFD0: { Make: 'Invented', Model: 'Phone 1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
};
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Hean village</place></x:xmpmeta>';

/** A picture of four quarters: red and green above, blue and white below. */
export function picture(width = 96, height = 64): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [left, upper] = [at % width < width / 2, at < (width * height) / 2];
    pixels.set(quarters[upper ? (left ? 'red' : 'green') : left ? 'blue' : 'white'], at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The picture with a place and a camera, and turned by Exif. */
export function taken(orientation = 1): Sharp {
  return picture().withExif(exif).withXmp(xmp).withMetadata({ orientation });
}

/** One of the HEIC files in `examples/`. */
export async function heicExample(name: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, 'examples', `${name}.heic`));
}

/** The colours of a picture's quarters as a browser shows them: upper left, upper right, lower left, lower right. */
export async function quartersOf(bytes: Buffer): Promise<readonly Colour[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number): Colour => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const distance = (colour: Colour): number =>
      quarters[colour].reduce((sum, part, index) => sum + Math.abs(part - (data[at + index] ?? 0)), 0);
    return (['red', 'green', 'blue', 'white'] as const).toSorted((a, b) => distance(a) - distance(b))[0] ?? 'white';
  };
  return [colourAt(0.25, 0.25), colourAt(0.75, 0.25), colourAt(0.25, 0.75), colourAt(0.75, 0.75)];
}
