import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The house's root. */
export const house = fileURLToPath(new URL('..', import.meta.url));

/** Sources of the rooms that an answer may hang on, tests left out; paths from the house's root, in order. What was worked out holds as long as these are the same. */
export function engineSources(rooms: readonly string[]): readonly string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(house, room), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .toSorted()
      .map((name) => `${room}/${name}`),
  );
}

const isSource = (name: string): boolean => name.endsWith('.ts') && !/(?:\.test|testing)\.ts$/.test(name);
