import { Worker } from 'node:worker_threads';
import { moduleBeside } from '../../checkout.ts';
import type { HeicAnswer, Pixels } from './heic-thread.ts';

let lastInLine: Promise<unknown> = Promise.resolve();

/**
 * The pixels of a HEIC, turned as the file says. One at a time, each in a thread that ends with it: a photo of 12 million pixels takes 300
 * MB while it is decoded.
 */
export async function heicPixels(
  bytes: Uint8Array,
  longestSeconds: number,
): Promise<Pixels | 'damaged' | 'too-many-pixels'> {
  const turn = lastInLine.then(() => decodedInThread(bytes, longestSeconds));
  lastInLine = turn.catch(() => undefined);
  return turn;
}

/** The thread goes by itself when it has answered; only one that takes too long is ended from outside. */
async function decodedInThread(
  bytes: Uint8Array,
  longestSeconds: number,
): Promise<Pixels | 'damaged' | 'too-many-pixels'> {
  // The decoder writes what it thinks of a file to standard output.
  const thread = new Worker(moduleBeside(import.meta.url, 'heic-thread'), { workerData: bytes, stdout: true });
  // On some broken files the decoder itself falls, and there is no answer.
  let answer: HeicAnswer | 'too-many-pixels' = 'damaged';
  const late = setTimeout(() => {
    answer = 'too-many-pixels';
    void thread.terminate();
  }, longestSeconds * 1_000);
  thread.on('message', (said: HeicAnswer) => (answer = said));
  thread.on('error', () => undefined);
  await new Promise((gone) => thread.once('exit', gone));
  clearTimeout(late);
  return answer;
}
