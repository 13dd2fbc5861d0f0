import type { Desk } from '../desk.ts';
import type { Ground, Grounds } from './grounds.ts';
import { hallGrounds } from './hall-grounds.ts';
import type { TableOfPeople } from './register.ts';

/** The grounds of the hall and those that the desks introduce. */
export function groundsOf(desks: readonly Pick<Desk, 'grounds'>[]): Grounds {
  const all: readonly Grounds[] = [hallGrounds, ...desks.flatMap(({ grounds }) => grounds ?? [])];
  return {
    purposes: all.flatMap(({ purposes }) => purposes),
    bases: all.flatMap(({ bases }) => bases),
    retentions: all.flatMap(({ retentions }) => retentions),
  };
}

/** @throws Error when a table is held on a ground that nobody introduces. */
export function everyGroundIntroduced(
  { purposes, bases, retentions }: Grounds,
  tables: Readonly<Record<string, TableOfPeople>>,
): void {
  for (const [table, { kept, fields }] of Object.entries(tables)) {
    const introduced = (what: string, known: readonly Ground[], ground: Ground): void => {
      if (!known.includes(ground))
        throw new Error(`${table} names the ${what} ${ground.key}, which no desk introduces`);
    };
    introduced('retention', retentions, kept);
    for (const { purpose, basis } of Object.values(fields)) {
      introduced('purpose of fields', purposes, purpose);
      introduced('legal basis', bases, basis);
    }
  }
}
