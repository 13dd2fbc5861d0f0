import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

/** Red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export type HeicAnswer = Pixels | 'damaged';

const found = new libheif.HeifDecoder().decode(workerData as Uint8Array);
// A file may hold several pictures, and the one to be shown need not be the first.
const shown = found.find((picture) => picture.is_primary()) ?? found[0];
if (shown === undefined) answer('damaged');
else {
  const [width, height] = [shown.get_width(), shown.get_height()];
  shown.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (pixels) =>
    answer(pixels ?? 'damaged'),
  );
}

function answer(said: HeicAnswer): void {
  // A thread is no window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(said, said === 'damaged' ? [] : [said.data.buffer]);
}
