import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { CheckedImage } from './checked.ts';
import { checkImage } from './image.ts';
import { heicExample, picture, quartersOf, taken } from './testing.ts';

const most = 15 * 1024 * 1024;
const upright = ['red', 'green', 'blue', 'white'];

async function kept(bytes: Buffer): Promise<CheckedImage> {
  const checked = await checkImage(bytes, most);
  if (checked.kind === 'refused') throw new Error(checked.why);
  return checked;
}

async function whyNot(bytes: Buffer): Promise<string> {
  const checked = await checkImage(bytes, most);
  return checked.kind === 'refused' ? checked.why : checked.mediaType;
}

function segment(marker: number, text: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
}

/** A photo as a phone writes it: Exif, XMP, IPTC and a comment before the picture, a short film behind it. */
async function fromPhone(orientation: number): Promise<Buffer> {
  const plain = await taken(orientation).jpeg().toBuffer();
  const iptc = segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x11\x1c\x02\x5a\0\x0cHean village');
  const comment = segment(0xfe, 'taken in Hean village');
  return Buffer.concat([plain.subarray(0, 2), iptc, comment, plain.subarray(2), Buffer.from('ftypmp42 Hean village')]);
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n', 'latin1');

describe('a photo stands upright', () => {
  test.each([
    [1, upright],
    [2, ['green', 'red', 'white', 'blue']],
    [3, ['white', 'blue', 'green', 'red']],
    [4, ['blue', 'white', 'red', 'green']],
    [5, ['red', 'blue', 'green', 'white']],
    [6, ['blue', 'red', 'white', 'green']],
    [7, ['white', 'green', 'blue', 'red']],
    [8, ['green', 'white', 'red', 'blue']],
  ])('a JPEG by orientation %d of its Exif', async (orientation, quarters) => {
    expect(await quartersOf((await kept(await taken(orientation).jpeg().toBuffer())).bytes)).toEqual(quarters);
  });

  test('a HEIC by its irot, not once more by its Exif', async () => {
    expect(await quartersOf((await kept(await heicExample('turned-by-irot'))).bytes)).toEqual([
      'blue',
      'red',
      'white',
      'green',
    ]);
  });

  test('a HEIC is not turned by Exif alone, which has no say there (ISO/IEC 23008-12)', async () => {
    expect(await quartersOf((await kept(await heicExample('turned-by-exif'))).bytes)).toEqual(upright);
  });
});

describe('nothing is left of where, when and with what a photo was taken', () => {
  test.each([
    ['JPEG', () => fromPhone(6)],
    ['PNG', () => taken().png().toBuffer()],
    ['WebP', () => taken().webp().toBuffer()],
    ['AVIF', () => taken().avif().toBuffer()],
    ['HEIC', () => heicExample('turned-by-irot')],
    ['HEIC with its Exif in a box of its own', () => heicExample('exif-in-idat')],
  ])('%s', async (_format, make) => {
    const before = await make();
    expect(before.toString('latin1')).toMatch(/Hean village|Invented/);
    const { bytes } = await kept(before);
    expect(bytes.toString('latin1')).not.toMatch(/Hean|Invented|Exif|xmpmeta|8BIM/);
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, comments, orientation]).toEqual(Array(6).fill(undefined));
  });
});

describe('a file is what its bytes are', () => {
  test.each([
    ['JPEG', 'image/jpeg', () => picture().jpeg().toBuffer()],
    ['PNG', 'image/png', () => picture().png().toBuffer()],
    ['WebP', 'image/jpeg', () => picture().webp().toBuffer()],
    ['AVIF', 'image/jpeg', () => picture().avif().toBuffer()],
    ['HEIC', 'image/jpeg', () => heicExample('exif-in-idat')],
    ['HEIC whose second picture is the one to be shown', 'image/jpeg', () => heicExample('second-is-shown')],
  ])('a %s is kept as %s', async (_format, mediaType, make) => {
    const checked = await kept(await make());
    expect([checked.mediaType, `image/${(await sharp(checked.bytes).metadata()).format}`]).toEqual([
      mediaType,
      mediaType,
    ]);
    expect(await quartersOf(checked.bytes)).toEqual(upright);
  });

  test('the same photo twice is the same bytes, so that it is kept once', async () => {
    const photo = await fromPhone(3);
    expect(await kept(photo)).toEqual(await kept(photo));
  });

  test('what is see-through becomes white, not black', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } })
      .webp()
      .toBuffer();
    expect(await quartersOf((await kept(clear)).bytes)).toEqual(Array(4).fill('white'));
  });

  test('a PDF is kept as it is', async () => {
    expect(await kept(pdf)).toEqual({ kind: 'image', mediaType: 'application/pdf', bytes: pdf });
  });

  test('a name or a claim makes no photo, and neither does what no phone takes', async () => {
    const gif = await picture().gif().toBuffer();
    const tiff = await picture().tiff().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"><image href="x.png"/></svg>');
    for (const bytes of [Buffer.of(), Buffer.from('photo.jpg'), Buffer.from('PK\x03\x04'), gif, tiff, svg])
      expect(await whyNot(bytes)).toBe('not-an-image');
  });
});

describe('what is too large', () => {
  test('a photo of 40 MB', async () => {
    expect(await whyNot(Buffer.alloc(40 * 1024 * 1024))).toBe('too-large');
  });

  test('a small file of too many pixels is told as such', async () => {
    const wide = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(wide.length).toBeLessThan(most);
    expect(await whyNot(wide)).toBe('too-many-pixels');
  });
});

describe('an upload that broke off is refused', () => {
  // Of a JPEG the last two bytes, of a PNG its last chunk say no more than that it ends.
  test.each([
    ['JPEG', 2, () => picture().jpeg().toBuffer()],
    ['PNG', 12, () => picture().png().toBuffer()],
    ['WebP', 0, () => picture().webp().toBuffer()],
    ['AVIF', 0, () => picture().avif().toBuffer()],
    ['HEIC', 0, () => heicExample('exif-in-idat')],
    ['PDF', 6, () => Promise.resolve(pdf)],
  ])('%s, wherever it broke', async (_format, tail, make) => {
    const file = await make();
    const cuts = Array.from({ length: file.length - tail - 13 }, (_, index) => index + 13);
    const found = await Promise.all(
      cuts.filter((at) => at % 7 === 0 || at > file.length - 30).map((at) => whyNot(file.subarray(0, at))),
    );
    expect(new Set(found)).toEqual(new Set(['damaged']));
  });

  test('a bit turned within the pixels of a PNG is seen', async () => {
    const file = await picture().png().toBuffer();
    const [from, to] = [file.indexOf('IDAT'), file.indexOf('IEND') - 8];
    for (let at = from; at < to; at += 1) {
      const turned = Buffer.from(file);
      turned.writeUInt8(turned.readUInt8(at) ^ 1, at);
      expect(await whyNot(turned)).toBe('damaged');
    }
  });

  // A HEIC costs a thread each.
  test.each([
    ['JPEG', 100, () => taken().jpeg().toBuffer()],
    ['PNG', 100, () => taken().png().toBuffer()],
    ['WebP', 100, () => taken().webp().toBuffer()],
    ['HEIC', 12, () => heicExample('turned-by-irot')],
    ['PDF', 100, () => Promise.resolve(pdf)],
  ])('no bytes at all make the reader fall: %s', async (_format, numRuns, make) => {
    const file = await make();
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const changed = Buffer.from(file);
        for (const [at, value] of changes) changed.writeUInt8(value, at % changed.length);
        expect(['image', 'refused']).toContain((await checkImage(changed, most)).kind);
      }),
      { numRuns },
    );
  });
});
