import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { BenefitCase, CaseEvent, Happening } from './case.ts';
import type { Determining } from './determine.ts';
import type { House } from '../house.ts';
import { tell } from '../notices/tell.ts';
import { recordAudit } from '../oversight/record.ts';
import { casePurpose } from '../staff/purpose.ts';
import { follow } from './case.ts';
import { determinationToWire } from './facts.ts';
import { messageOf } from './messages.ts';
import { actorOf, type CaseActing } from './one-act.ts';
import * as store from './store.ts';

type Trx = Transaction<Tables>;

/** The next event of a case, as it happens now. */
export function eventNow(house: House, acting: CaseActing, seq: number, happening: Happening): CaseEvent {
  return { ...happening, seq, at: house.clock.now().toISOString(), by: actorOf(acting) };
}

/**
 * Writes what was decided: the event, the case as it then stands, the audit entry and the message to the family. A determination that was made anew is
 * kept with it. The caller holds the case's lock and has checked that the event may follow.
 */
export async function happen(
  trx: Trx,
  house: House,
  acting: CaseActing,
  before: BenefitCase,
  what: { readonly happening: Happening; readonly pack: Pack; readonly determining?: Determining },
): Promise<{ readonly after: BenefitCase; readonly event: CaseEvent }> {
  const event = eventNow(house, acting, before.version + 1, what.happening);
  const after = follow(before, event);
  const newly = what.determining && {
    facts: what.determining.facts,
    determination: determinationToWire(what.determining.determination),
  };
  await store.saveEvent(trx, house.county, after, event, newly);
  await noteDown(trx, house, acting, after, event, what.pack);
  return { after, event };
}

/** The audit entry of an event, and the message to the family where there is one. */
export async function noteDown(
  trx: Trx,
  house: House,
  acting: CaseActing,
  found: BenefitCase,
  event: CaseEvent,
  pack: Pack,
): Promise<void> {
  const { determination } = found;
  const detail = {
    receipt: found.receipt,
    state: found.state,
    version: found.version,
    policyVersion: determination.version,
    outcome: determination.outcome,
  };
  const forTheCase = acting.kind === 'staff' ? { ...acting, purpose: casePurpose(found.receipt) } : acting;
  await recordAudit(trx, forTheCase, {
    at: new Date(event.at),
    act: `case.${event.kind}`,
    subjectKind: 'case',
    subjectId: found.id,
    detail,
  });
  const words = messageOf(event, found, pack.info);
  if (words === undefined) return;
  const { applicant: personId, family: familyId, residence, id: caseId } = found;
  await tell(trx, house, acting, { personId, familyId, residence, caseId, kind: `case.${event.kind}`, words });
}
