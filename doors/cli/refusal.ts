import { exit, type Exit, type Io } from './io.ts';

/** Why nothing was worked out. */
export interface Refusal {
  readonly status: Exit;
  readonly code: string;
  readonly message: string;
  readonly details?: readonly unknown[];
}

export type Or<T> = { readonly found: T } | { readonly refusal: Refusal };

export const refused = (
  code: string,
  message: string,
  details?: readonly unknown[],
): { readonly refusal: Refusal } => ({
  refusal: { status: exit.faults, code, message, ...(details && { details }) },
});

export const misused = (message: string): { readonly refusal: Refusal } => ({
  refusal: { status: exit.usage, code: 'usage', message },
});

/** Tells why nothing was done: in words, and to programs as JSON. */
export function tellRefusal(io: Io, { status, code, message, details }: Refusal, asJson: boolean): Exit {
  io.err(`${message}\n`);
  if (asJson) io.out(`${JSON.stringify({ error: { code, message, ...(details && { details }) } }, null, 2)}\n`);
  return status;
}
