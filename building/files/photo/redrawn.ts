import sharp, { type Metadata, type Sharp } from 'sharp';
import { heicPixels } from './heic.ts';
import type { CheckedImage, NotAnImage } from './checked.ts';
import { isCut } from './is-cut.ts';

// What sharp could read beside these (SVG, GIF, TIFF) is no photo of a document.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
});
// Photos of families don't stay in memory.
sharp.cache(false);

/** A phone of 50 million pixels takes 8,192 × 6,144. A small file may unpack to gigabytes. */
const mostPixels = 51_000_000;
const longestSeconds = 60;

type Redrawn = Omit<CheckedImage, 'kind'> | Exclude<NotAnImage, 'too-large'>;

/** Decodes a photo, turns it upright and encodes it again, by which all that was said beside its pixels is gone. */
export async function redrawn(bytes: Buffer): Promise<Redrawn> {
  if (bytes.length === 0) return 'not-an-image';
  const header = await orWhyNot(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (typeof header === 'string') return header;
  if (header.width * header.height > mostPixels) return 'too-many-pixels';
  if (header.format === 'heif' && isCut(bytes)) return 'damaged';
  const opened = await opening(bytes, header);
  return typeof opened === 'string' ? opened : encoded(opened, header.format === 'png');
}

/** Sharp's own build lacks HEVC, which a HEIC is written in. */
async function opening(bytes: Buffer, { compression }: Metadata): Promise<Sharp | 'damaged' | 'too-many-pixels'> {
  if (compression !== 'hevc') return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient();
  const pixels = await heicPixels(bytes, longestSeconds);
  if (typeof pixels === 'string') return pixels;
  const { data, width, height } = pixels;
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function encoded(image: Sharp, asPng: boolean): Promise<Redrawn> {
  const limited = image.timeout({ seconds: longestSeconds });
  // With halved colours the red of an official seal runs into the black of the text beneath it.
  const drawn = asPng
    ? limited.png()
    : limited.flatten({ background: '#fff' }).jpeg({ quality: 85, chromaSubsampling: '4:4:4' });
  const made = await orWhyNot(() => drawn.toBuffer());
  return typeof made === 'string' ? made : { mediaType: asPng ? 'image/png' : 'image/jpeg', bytes: made };
}

/** Sharp names the reasons in words alone. */
async function orWhyNot<T>(work: () => Promise<T>): Promise<T | Exclude<NotAnImage, 'too-large'>> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (said.includes('unsupported image format')) return 'not-an-image';
    // A picture of so many tiles is one of so many pixels.
    return /pixel limit|Security limit|timeout/.test(said) ? 'too-many-pixels' : 'damaged';
  }
}
