import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Work that is done shard by shard in threads. */
export interface CrewWork<Data> {
  /** The module that a thread starts with: it calls {@link serve} with what does the work. */
  readonly entry: URL;
  /** Plain, so that a thread can be handed it. */
  readonly data: Data;
}

/** Makes ready, once a thread, what does each shard. While it is at one it may tell how many of its rows are behind it. */
type ShardWork<Data, Done> = (data: Data) => (index: number, tell: TellRows) => Done;

export type TellRows = (rows: number) => void;

export interface CrewOrders<Done> {
  /** In this order they are begun. */
  readonly shards: readonly number[];
  readonly workers: number;
  /** Told of each shard that is done; with `stop` no other is begun. */
  readonly done: (result: Done) => 'stop' | 'go-on';
  /** Told now and then of a shard that takes long: how many of its rows are done. */
  readonly within?: ((index: number, rows: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type CrewEnd = 'finished' | 'stopped';

/** Handed to a thread in place of a shard: it may go. */
const noMore = -1;

type Message<Done> =
  | { readonly kind: 'within'; readonly index: number; readonly rows: number }
  | { readonly kind: 'done'; readonly result: Done };

/**
 * Has all shards worked, each by a thread, also where there is but one: whatever a shard takes, this thread hears at once that it is to
 * stop. Shards in hand when it is stopped or aborted are given up; an error of any thread is thrown here.
 */
export async function workThrough<Data, Done>(
  { entry, data }: CrewWork<Data>,
  { shards, workers, done, within, signal }: CrewOrders<Done>,
): Promise<CrewEnd> {
  if (signal?.aborted === true) return 'stopped';
  if (shards.length === 0) return 'finished';
  const threads: Worker[] = [];
  const exits: Promise<void>[] = [];
  let next = 0;
  let left = shards.length;
  let end: CrewEnd = 'stopped';
  try {
    end = await new Promise<CrewEnd>((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve('stopped'), { once: true });
      const giveNext = (thread: Worker): void => {
        const index = shards[next];
        next += 1;
        // A thread is no window: there is no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        thread.postMessage(index ?? noMore);
      };
      const take = (thread: Worker, result: Done): void => {
        left -= 1;
        if (done(result) === 'stop') resolve('stopped');
        giveNext(thread);
        if (left === 0) resolve('finished');
      };
      for (let i = 0; i < Math.min(workers, shards.length); i += 1) {
        const thread = new Worker(entry, { workerData: data });
        threads.push(thread);
        exits.push(new Promise((gone) => thread.once('exit', () => gone())));
        thread.on('error', reject);
        thread.on('exit', (code) => code !== 0 && reject(new Error(`A thread ended with ${code}`)));
        thread.on('message', (message: Message<Done>) => {
          try {
            if (message.kind === 'within') within?.(message.index, message.rows);
            else take(thread, message.result);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
        giveNext(thread);
      }
    });
    return end;
  } finally {
    // Whoever is done goes by itself; only whoever is stopped at work is ended from outside.
    if (end !== 'finished') for (const thread of threads) await thread.terminate();
    await Promise.all(exits);
  }
}

/** No more often than this a thread tells of the shard that it is at. */
const millisecondsBetween = 200;

/** What a thread's own module does: works the shards that it is handed. */
export function serve(work: ShardWork<never, unknown>): void {
  const port = parentPort;
  if (port === null) throw new Error('This module is the beginning of a thread.');
  const each = work(workerData as never);
  const send = (message: Message<unknown>): void => port.postMessage(message);
  port.on('message', (index: number) => {
    if (index === noMore) {
      port.close();
      return;
    }
    let told = performance.now();
    const tell: TellRows = (rows) => {
      const now = performance.now();
      if (now - told < millisecondsBetween) return;
      told = now;
      send({ kind: 'within', index, rows });
    };
    send({ kind: 'done', result: each(index, tell) });
  });
}
