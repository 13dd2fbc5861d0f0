import { openCanvas, type Canvas } from './canvas.ts';
import { chanceOf } from '../people/random.ts';

const [width, height] = [840, 600];
/** Paper, ink, rule, seal, guilloche, pale band. */
const papers = [
  [0xfbf7ee, 0x3b3733, 0xc9bfae, 0xb3261e, 0xdfe9dc, 0xeef2e6],
  [0xf7f3f0, 0x33353b, 0xb9bcc9, 0xa82a2a, 0xe6dce9, 0xf0eaf3],
  [0xfdf9e9, 0x3a3529, 0xcdbf97, 0xb6321c, 0xefe3c2, 0xf7efd8],
];
const [ink, rule, seal, pattern, band] = [1, 2, 3, 4, 5] as const;

/**
 * The photo of a document that no office ever issued: a form with ruled lines, a seal without a name, and 样张 SAMPLE across it. The same
 * number gives the same bytes; a dozen kB each.
 */
export function samplePicture(n: number): Buffer {
  const chance = chanceOf(`picture/${n}`);
  const canvas = openCanvas(width, height, papers[n % papers.length] ?? []);
  for (let y = 20; y < height; y += 14) canvas.stroke(wave(y, chance.between(0, 60)), 1, pattern);
  canvas.fill(150, 48, width - 300, 56, band);
  canvas.fill(230, 68, width - 460, 16, ink);
  frame(canvas, 22, 5);
  frame(canvas, 34, 1);
  for (let row = 0; row < 7; row += 1) field(canvas, 150 + row * 52, chance.between(90, 150), chance.between(120, 460));
  canvas.circle(width - 120, height - 110, 62, 5, seal);
  canvas.stroke(star(width - 120, height - 110, 24), 3, seal);
  write(canvas, '样张', 250, 220, 150, 13);
  write(canvas, 'SAMPLE', 190, 400, 62, 7);
  return canvas.png();
}

function wave(y: number, phase: number): [number, number][] {
  return Array.from({ length: width / 10 + 1 }, (_, i): [number, number] => [
    i * 10,
    y + 4 * Math.sin((i * 10 + phase) / 24),
  ]);
}

function frame(canvas: Canvas, inset: number, thickness: number): void {
  const [right, bottom] = [width - inset, height - inset];
  canvas.stroke(
    [
      [inset, inset],
      [right, inset],
      [right, bottom],
      [inset, bottom],
      [inset, inset],
    ],
    thickness,
    rule,
  );
}

/** A label, a ruled line and what is written on it, as bars: there is nothing to read in it. */
function field(canvas: Canvas, y: number, label: number, written: number): void {
  canvas.fill(70, y, label, 12, rule);
  canvas.fill(240, y - 2, written, 14, ink);
  canvas.fill(240, y + 18, width - 330, 2, rule);
}

function star(x: number, y: number, radius: number): [number, number][] {
  return [0, 2, 4, 1, 3, 0].map((point): [number, number] => {
    const angle = (point * 2 * Math.PI) / 5 - Math.PI / 2;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Strokes of the few signs we need, drawn by us on a field of 100 by 100. */
const signs: Readonly<Record<string, string>> = {
  样: '5,32 45,32|25,4 25,96|25,38 5,72|25,38 45,66|60,8 68,22|90,8 80,22|52,28 98,28|57,46 93,46|50,66 100,66|75,28 75,97',
  张: '8,14 42,14 42,34 12,34 8,56 42,56 42,86 34,94 24,88|64,8 64,92 78,82|50,46 98,46|92,12 70,32|72,46 98,94',
  S: '90,15 65,4 25,10 18,32 40,46 70,54 86,72 74,92 35,97 10,84',
  A: '4,97 50,3 96,97|22,62 78,62',
  M: '6,97 14,3 50,60 86,3 94,97',
  P: '15,97 15,3 65,3 88,16 88,36 65,50 15,50',
  L: '15,3 15,97 88,97',
  E: '88,3 15,3 15,97 88,97|15,50 74,50',
};

function write(canvas: Canvas, text: string, x: number, y: number, size: number, thickness: number): void {
  [...text].forEach((sign, i) => {
    const left = x + i * size * 1.12;
    for (const line of (signs[sign] ?? '').split('|')) {
      const points = line.split(' ').map((pair): [number, number] => {
        const [px = 0, py = 0] = pair.split(',').map(Number);
        return [left + (px * size) / 100, y + (py * size) / 100];
      });
      canvas.stroke(points, thickness, seal);
    }
  });
}
