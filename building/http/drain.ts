import type { IncomingMessage } from 'node:http';

const mostSeconds = 20;
const mostBytes = 200 * 1024 * 1024;

/**
 * Lets a browser finish sending what we refused: it reads our answer only afterwards, and a connection cut before shows as a broken page.
 * Gives up on who sends without end.
 */
export async function drained(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    let seen = 0;
    const timer = setTimeout(resolve, mostSeconds * 1_000);
    request.on('data', (part: Buffer) => {
      seen += part.length;
      if (seen > mostBytes) resolve();
    });
    for (const event of ['end', 'close', 'error'] as const) request.once(event, () => resolve());
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
    request.resume();
  });
}
