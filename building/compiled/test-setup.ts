import { checkout } from '../checkout.ts';
import { freshen } from './freshen.ts';

/** Vitest's global setup: tests that start a program find it compiled, and don't compile it beside one another. */
export default function setup(): void {
  const found = freshen(checkout);
  if (found.kind === 'refused') throw new Error(found.said);
}
