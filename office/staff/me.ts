import type { House } from '../hall/house.ts';
import type { MenuOffered } from '../hall/introductions.ts';
import { dutyWords } from '../hall/who/duty.ts';
import type { DutyHeld, WorkSession } from '../hall/who/session.ts';
import type { Me } from './contract/sign-in.ts';

/** Who is signed in, with their duties in words and their menu with what waits behind each entry. */
export async function meOf(house: House, session: WorkSession, formToken: string): Promise<Me> {
  const { staff, office } = session;
  const duties = session.duties.map((held) => inWords(house, held));
  return { staff, office, duties, formToken, today: house.clock.today(), menu: await menuOf(house, session) };
}

/** A duty held, in words. */
export function inWords(house: House, held: DutyHeld): Me['duties'][number] {
  return { ...held, words: dutyWords(house.introduced.duties, held.duty) };
}

async function menuOf(house: House, session: WorkSession): Promise<Me['menu']> {
  const entries = menuFor(house.introduced.menu, session);
  return Promise.all(
    entries.map(async ({ key, to, words, place, find, waiting }, i) => ({
      key,
      to,
      words,
      begins: i > 0 && kindOfWork(place) !== kindOfWork(entries[i - 1]?.place ?? place),
      ...(find === undefined ? {} : { find }),
      ...(session.kind === 'staff' && (await waiting(session))),
    })),
  );
}

/** The entries that the duties held allow. */
export function menuFor(
  menu: readonly MenuOffered[],
  { duties }: { readonly duties: readonly Pick<DutyHeld, 'duty'>[] },
): readonly MenuOffered[] {
  const held = new Set(duties.map(({ duty }) => duty));
  return menu.filter((entry) => entry.duties === 'everyone' || entry.duties.some((duty) => held.has(duty)));
}

function kindOfWork(place: number): number {
  return Math.floor(place / 100);
}
