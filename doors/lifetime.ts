import { OperatorFault } from '../building/operator-fault.ts';
import { inBoth } from './terminal.ts';

/** What a long-running process has opened, closed again in the opposite order. */
export interface Lifetime {
  /** Remembers how to close something. */
  opened(close: () => Promise<unknown>): void;
  /** Closes everything and ends the process with this status; a second call changes nothing. */
  end(status: number): Promise<never>;
  /** Shows what went wrong and ends with 1. What fails because everything is being closed already is not shown. */
  fail(error: unknown): Promise<never>;
}

const mostSecondsToClose = 30;

/**
 * The life of this process: Ctrl-C and SIGTERM close what was opened and end it with 0; a second one ends it at once; whatever nobody
 * caught is shown, everything is closed, and the status is 1.
 */
export function lifetime(show: (line: string) => void): Lifetime {
  const closers: (() => Promise<unknown>)[] = [];
  let ending: Promise<never> | undefined;
  const closeAll = async (status: number): Promise<never> => {
    setTimeout(() => process.exit(status || 1), mostSecondsToClose * 1_000).unref();
    for (const close of closers.toReversed()) await close().catch((error: unknown) => show(String(error)));
    process.exit(status);
  };
  const end = (status: number): Promise<never> => (ending ??= closeAll(status));
  const fail = (error: unknown): Promise<never> => {
    if (ending === undefined) showFault(error, show);
    return end(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending !== undefined) process.exit(130);
      show(inBoth((w) => w.stopping));
      void end(0);
    });
  }
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      void fail(error);
    });
  }
  return { opened: (close) => void closers.push(close), end, fail };
}

/** A fault that the operator can put right is two sentences; any other is ours, and comes with its stack. */
function showFault(error: unknown, show: (line: string) => void): void {
  if (error instanceof OperatorFault) {
    show(error.words['zh-CN']);
    show(error.words.en);
    return;
  }
  show(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
