import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Work that is done shard by shard, by one thread or by several. `data` is plain, so that a thread can be handed it. */
export interface CrewWork<Data, Done> {
  /** The module that a thread starts with: it calls {@link serve} with the same `work`. */
  readonly entry: URL;
  readonly data: Data;
  /** Makes ready, once a thread, what does each shard. */
  readonly work: (data: Data) => (index: number) => Done;
}

export interface CrewOrders<Done> {
  /** In this order they are begun. */
  readonly shards: readonly number[];
  readonly workers: number;
  /** Told of each shard that is done; with `stop` no other is begun. */
  readonly done: (result: Done) => 'stop' | 'go-on';
  readonly signal?: AbortSignal | undefined;
}

export type CrewEnd = 'finished' | 'stopped';

/** Has all shards worked. Shards in hand when it is stopped or aborted are given up; an error of any thread is thrown here. */
export async function workThrough<Data, Done>(work: CrewWork<Data, Done>, orders: CrewOrders<Done>): Promise<CrewEnd> {
  const workers = Math.min(orders.workers, orders.shards.length);
  return workers > 1 ? withThreads(work, orders, workers) : alone(work, orders);
}

/** In this thread; between two shards the process hears of what else goes on. */
async function alone<Data, Done>(work: CrewWork<Data, Done>, orders: CrewOrders<Done>): Promise<CrewEnd> {
  const each = work.work(work.data);
  for (const index of orders.shards) {
    await new Promise((resolve) => void setImmediate(resolve));
    if (orders.signal?.aborted === true) return 'stopped';
    if (orders.done(each(index)) === 'stop') return 'stopped';
  }
  return 'finished';
}

async function withThreads<Data, Done>(
  { entry, data }: CrewWork<Data, Done>,
  { shards, done, signal }: CrewOrders<Done>,
  workers: number,
): Promise<CrewEnd> {
  const threads: Worker[] = [];
  let next = 0;
  let left = shards.length;
  try {
    return await new Promise<CrewEnd>((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve('stopped'), { once: true });
      if (signal?.aborted === true) return resolve('stopped');
      const giveNext = (thread: Worker): void => {
        const index = shards[next];
        next += 1;
        // A thread is no window: there is no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        if (index !== undefined) thread.postMessage(index);
      };
      for (let i = 0; i < workers; i += 1) {
        const thread = new Worker(entry, { workerData: data });
        threads.push(thread);
        thread.on('error', reject);
        thread.on('exit', (code) => code !== 0 && reject(new Error(`A thread ended with ${code}`)));
        thread.on('message', (result: Done) => {
          left -= 1;
          try {
            if (done(result) === 'stop') resolve('stopped');
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          if (left === 0) resolve('finished');
          else giveNext(thread);
        });
        giveNext(thread);
      }
    });
  } finally {
    for (const thread of threads) {
      thread.removeAllListeners();
      await thread.terminate();
    }
  }
}

/** What a thread's own module does: works the shards that it is handed. */
export function serve(work: (data: never) => (index: number) => unknown): void {
  const port = parentPort;
  if (port === null) throw new Error('This module is the beginning of a thread.');
  const each = work(workerData as never);
  port.on('message', (index: number) => port.postMessage(each(index)));
}
