import * as fc from 'fast-check';
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkImage } from './image.ts';

const most = 15 * 1024 * 1024;

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Exif with an orientation, a place and a camera. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 31.2304,121.4737')]));
}

/** A JPEG of the given size; its scan holds a stuffed FF and a restart marker. */
function jpeg({
  extra = [],
  width = 3000,
  height = 4000,
}: { extra?: readonly Buffer[]; width?: number; height?: number } = {}): Buffer {
  const frame = Buffer.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra,
    segment(0xc0, frame),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5),
    Buffer.of(0xff, 0xd9),
  ]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const taken = pngChunk('tEXt', Buffer.from('Location\0Hean village', 'latin1'));
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    taken,
    pngChunk('IDAT', deflateSync(Buffer.alloc(100))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function riff(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function webp(): Buffer {
  const extended = Buffer.alloc(10);
  extended.set([0x08, 0, 0, 0, 0x7f, 0x02, 0, 0xdf, 0x01, 0]); // Exif flag; 640 × 480.
  const picture = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01, 0, 0]);
  const chunks = [riff('VP8X', extended), riff('VP8 ', picture), riff('EXIF', Buffer.from('GPS here'))];
  const file = riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
  return file;
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function heic(): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(4032, 4);
  size.writeUInt32BE(3024, 8);
  const place = Buffer.from('Exif GPS 31.2304');
  const build = (offset: number): Buffer => {
    const entry = box('infe', Buffer.of(2, 0, 0, 0, 0, 7, 0, 0), Buffer.from('Exif'), Buffer.of(0));
    const items = box('iinf', Buffer.of(0, 0, 0, 0, 0, 1), entry);
    const location = Buffer.alloc(22);
    location.set([0, 0, 0, 0, 0x44, 0x00, 0, 1, 0, 7, 0, 0, 0, 1]);
    location.writeUInt32BE(offset, 14);
    location.writeUInt32BE(place.length, 18);
    const properties = box('iprp', box('ipco', box('ispe', size)));
    const meta = box('meta', Buffer.alloc(4), items, box('iloc', location), properties);
    return Buffer.concat([
      box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')),
      meta,
      box('mdat', Buffer.alloc(20, 1), place),
    ]);
  };
  const length = build(0).length;
  return build(length - place.length);
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n', 'latin1');

test('a photo is kept without the place and camera, and stays upright', () => {
  const checked = checkImage(jpeg({ extra: [exif(6)] }), most);
  expect(checked).toMatchObject({ kind: 'image', mediaType: 'image/jpeg', width: 3000, height: 4000 });
  if (checked.kind !== 'image') throw new Error('refused');
  expect(checked.bytes.includes('GPS')).toBe(false);
  expect(checked.bytes.includes(Buffer.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6))).toBe(true);
  expect(checkImage(checked.bytes, most)).toEqual(checked);
});

test('what a phone hangs after the picture (a short film) is left out', () => {
  const plain = checkImage(jpeg(), most);
  const withFilm = checkImage(Buffer.concat([jpeg(), Buffer.from('ftypmp42 film')]), most);
  expect(withFilm).toEqual(plain);
});

test('a PNG, a WebP, a HEIC and a PDF are told by their structure, without what they say of place', () => {
  expect(checkImage(png(800, 600), most)).toMatchObject({ mediaType: 'image/png', width: 800, height: 600 });
  expect(checkImage(webp(), most)).toMatchObject({ mediaType: 'image/webp', width: 640, height: 480 });
  expect(checkImage(heic(), most)).toMatchObject({ mediaType: 'image/heic', width: 4032, height: 3024 });
  expect(checkImage(pdf, most)).toMatchObject({ mediaType: 'application/pdf', bytes: pdf });
  for (const file of [png(800, 600), webp(), heic()]) {
    const checked = checkImage(file, most);
    expect(checked.kind === 'image' && /GPS|Hean/.test(checked.bytes.toString('latin1'))).toBe(false);
  }
});

test('a name or a claim makes no image: only the bytes do', () => {
  for (const text of ['', 'photo.jpg', '<svg onload="alert(1)"/>', 'GIF89a', 'PK\x03\x04']) {
    expect(checkImage(Buffer.from(text, 'latin1'), most)).toEqual({ kind: 'refused', why: 'not-an-image' });
  }
});

test('an upload that broke off is damaged, wherever it broke', () => {
  for (const file of [jpeg(), png(80, 60), webp(), heic(), pdf]) {
    for (let length = 40; length < file.length - 8; length += 1) {
      expect(checkImage(file.subarray(0, length), most).kind).toBe('refused');
    }
  }
});

test('a photo of 40 MB, and a small file that would unpack to gigabytes, are too large', () => {
  expect(checkImage(Buffer.alloc(40 * 1024 * 1024), most)).toEqual({ kind: 'refused', why: 'too-large' });
  expect(checkImage(jpeg({ width: 60_000, height: 60_000 }), most)).toEqual({ kind: 'refused', why: 'too-large' });
});

test('a bit turned anywhere in a PNG is seen', () => {
  const file = png(80, 60);
  fc.assert(
    fc.property(fc.integer({ min: 8, max: file.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const turned = Buffer.from(file);
      turned.writeUInt8(turned.readUInt8(at) ^ (1 << bit), at);
      expect(checkImage(turned, most).kind).toBe('refused');
    }),
  );
});

test('no bytes at all make the reader fall', () => {
  const heads = [jpeg(), png(8, 8), webp(), heic(), pdf];
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      (file, changes) => {
        const changed = Buffer.from(file);
        for (const [at, value] of changes) changed.writeUInt8(value, at % changed.length);
        expect(['image', 'refused']).toContain(checkImage(changed, most).kind);
      },
    ),
    { numRuns: 2_000 },
  );
});
