import { readdirSync } from 'node:fs';
import { inCheckout } from './checkout.ts';

/** Sources of the rooms that an answer may hang on, tests left out; paths from the house's root, in order. What was worked out holds as long as these are the same. */
export function engineSources(rooms: readonly string[]): readonly string[] {
  return rooms.flatMap((room) =>
    readdirSync(inCheckout(room), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .toSorted()
      .map((name) => `${room}/${name}`),
  );
}

const isSource = (name: string): boolean => name.endsWith('.ts') && !/(?:\.test|testing)\.ts$/.test(name);
