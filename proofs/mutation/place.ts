import type { Mutant } from '@stryker-mutator/api/core';

/** Tells mutants apart: two mutators may change the same place, never to the same text. The file is its path in the repository. */
export function placeOf(file: string, { start, end }: Mutant['location'], after: string): string {
  return `${file} ${start.line}:${start.column}-${end.line}:${end.column} ${after}`;
}
