import { create } from 'qrcode';

/** The outline of a QR code's dark modules: one stroke of the pen for each run, so that a code weighs about 2 KB. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (data[y * size + x] !== 1) continue;
      let run = 1;
      while (x + run < size && data[y * size + x + run] === 1) run += 1;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { path, size };
}
