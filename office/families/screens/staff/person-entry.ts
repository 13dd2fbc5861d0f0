import type { PersonInput } from '../../contract/register.ts';

/** A person as they are typed; an empty text is 'not given'. */
export interface PersonEntry {
  readonly name: string;
  readonly birth: string;
  readonly identity: string;
  readonly phone: string;
  readonly nationality: string;
}

export const noPerson: PersonEntry = { name: '', birth: '', identity: '', phone: '', nationality: 'CN' };

/** What is sent: only what was given. */
export function personInputOf({ name, birth, identity, phone, nationality }: PersonEntry): PersonInput {
  return {
    name: name.trim(),
    birth,
    ...(identity.trim() === '' ? {} : { identity: identity.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(nationality === '' ? {} : { nationality }),
  };
}
