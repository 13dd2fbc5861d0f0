import { inEveryLanguage } from '../../../values/language.ts';
import type { Day } from '../../../values/day.ts';
import type { CheckedPerson } from '../case.ts';
import { birthDiffers, type Fault, nationalityOf } from '../decide.ts';
import { readBirth } from './days.ts';
import { readName } from './name.ts';
import { readIdentity, readPhone } from './numbers.ts';
import { blank, faultsIn, optional, type Read, read, unreadable } from './reading.ts';
import { words } from '../words/made/all.ts';

/** A person as typed; blank means left out. */
export interface TypedPerson {
  readonly name: string;
  /** May be left out when the identity number tells it. */
  readonly birth?: string | undefined;
  readonly identity?: string | undefined;
  readonly phone?: string | undefined;
  readonly nationality?: string | undefined;
}

/** Reads and checks a person whole: every fault at once. */
export function checkPerson(
  typed: TypedPerson,
  today: Day,
):
  | { readonly kind: 'person'; readonly person: CheckedPerson }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  const identity = optional(typed.identity, readIdentity);
  const name = readName(typed.name);
  const birth = birthOf(typed.birth, identity, today);
  const phone = optional(typed.phone, readPhone);
  const nationality = optional(typed.nationality, readNationality);
  const faults = [...faultsIn([name, birth, identity, phone, nationality])];
  if (identity?.kind === 'read' && birth?.kind === 'read') faults.push(...birthDiffers(birth.value, identity.value));
  if (faults.length > 0 || name.kind === 'fault' || birth?.kind !== 'read') return { kind: 'faults', faults };
  const id = identity?.kind === 'read' ? identity.value.id : undefined;
  const known = nationality?.kind === 'read' ? nationality.value : nationalityOf(id);
  return {
    kind: 'person',
    person: {
      name: name.value,
      birth: birth.value,
      ...(known === undefined ? {} : { nationality: known }),
      ...(id === undefined ? {} : { identity: id }),
      ...(phone?.kind === 'read' ? { phone: phone.value } : {}),
    },
  };
}

/** The day that was typed, else the one in the identity number; undefined when that number has to be corrected first. */
function birthOf(
  typed: string | undefined,
  identity: ReturnType<typeof readIdentity> | undefined,
  today: Day,
): Read<Day> | undefined {
  if (!blank(typed) || identity === undefined) return readBirth(typed ?? '', today);
  return identity.kind === 'read' ? readBirth(identity.value.birth, today) : undefined;
}

function readNationality(typed: string): Read<string> {
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code)
    ? read(code)
    : unreadable(
        'nationality',
        'nationality-unknown',
        inEveryLanguage(words, (w) => w.typed.nationalityUnknown),
      );
}
