import type { Given, OptionKinds } from './arguments.ts';
import type { Exit, Io } from './io.ts';

/** One command: its own options beside the common ones, and what it does. */
export interface Command {
  readonly options: OptionKinds;
  readonly run: (io: Io, given: Given) => Exit | Promise<Exit>;
}
