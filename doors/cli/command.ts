import type { Given, OptionKinds } from './arguments.ts';
import type { Exit, Io } from './io.ts';

/** One command: its own options beside the common ones, and how what it does is loaded. */
export interface Command {
  readonly options: OptionKinds;
  readonly load: () => Promise<(io: Io, given: Given) => Exit | Promise<Exit>>;
}
