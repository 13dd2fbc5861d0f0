import type { Localized } from '../../../values/language.ts';
import type { StaffActing } from './acting.ts';
import { type Duty, dutyWords } from './duty.ts';
import type { DutyHeld, StaffSession } from './session.ts';

/** Acts for a session by the first of the duties that it holds, or says who may. */
export function actingFor(
  session: StaffSession,
  duties: readonly Duty[],
  purpose?: string,
):
  | { readonly kind: 'acting'; readonly acting: StaffActing }
  | { readonly kind: 'no-such-duty'; readonly words: Localized } {
  for (const duty of duties) {
    const held = session.duties.find((one) => one.duty === duty);
    if (held !== undefined) return { kind: 'acting', acting: actingBy(session, held, purpose) };
  }
  return { kind: 'no-such-duty', words: whoMayWords(duties) };
}

function actingBy(session: StaffSession, held: DutyHeld, purpose: string | undefined): StaffActing {
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

/** '这一步由承担“确认”职责的工作人员办理。' */
function whoMayWords(duties: readonly Duty[]): Localized {
  return {
    'zh-CN': `这一步由承担${duties.map((duty) => `“${dutyWords[duty]['zh-CN']}”`).join('或')}职责的工作人员办理，您没有这项职责。`,
    en: `This is done by staff whose duty is to ${duties.map((duty) => dutyWords[duty].en).join(' or to ')}; it is not one of yours.`,
  };
}
