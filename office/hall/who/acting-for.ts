import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { StaffActing } from './acting.ts';
import { type Duty, type DutyIntroduced, dutyWords } from './duty.ts';
import type { Purpose } from './purpose.ts';
import type { DutyHeld, StaffSession } from './session.ts';

/** Acts for a session by the first of the duties that it holds. */
export function actingFor(
  session: StaffSession,
  duties: readonly Duty[],
  purpose?: Purpose,
): { readonly kind: 'acting'; readonly acting: StaffActing } | { readonly kind: 'no-such-duty' } {
  for (const duty of duties) {
    const held = session.duties.find((one) => one.duty === duty);
    if (held !== undefined) return { kind: 'acting', acting: actingBy(session, held, purpose) };
  }
  return { kind: 'no-such-duty' };
}

/** What the first of several duties sees: each may be held in a division of its own. Undefined when none sees anything. */
export async function seenByFirst<Seen>(
  actings: readonly StaffActing[],
  look: (acting: StaffActing) => Promise<Seen | undefined>,
): Promise<Seen | undefined> {
  for (const acting of actings) {
    const seen = await look(acting);
    if (seen !== undefined) return seen;
  }
  return undefined;
}

function actingBy(session: StaffSession, held: DutyHeld, purpose: Purpose | undefined): StaffActing {
  return {
    kind: 'staff',
    county: session.county,
    who: session.staff.id,
    name: session.staff.name,
    office: session.office.name,
    duty: held.duty,
    division: held.division.code,
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** Who may do what takes one of these duties: '这一步由承担“确认”职责的工作人员办理。' */
export function whoMayWords(introduced: readonly DutyIntroduced[], duties: readonly Duty[]): Localized {
  return inEveryLanguage(words, (w, inOwn) =>
    w.actingFor.whoMay({
      duties: duties
        .map((duty) => w.actingFor.duty({ duty: inOwn(dutyWords(introduced, duty)) }))
        .join(w.actingFor.orAnother),
    }),
  );
}
