import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { Write } from '../../../building/database/together.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { BenefitCase, CaseEvent, Happening } from '../case/case.ts';
import type { Photo } from '../contract/photo.ts';
import type { Determining } from '../determine/determine.ts';
import type { BenefitsHouse } from '../house.ts';
import { tell } from '../../notices/tell.ts';
import { auditEntry } from '../../hall/record.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { caseMatter } from '../who/case-matter.ts';
import { handlingCase } from '../who/purposes.ts';
import { follow } from '../case/case.ts';
import { messageOf } from './messages.ts';
import { actorOf, type CaseActing } from './one-act.ts';
import * as store from '../store.ts';

type Trx = Transaction<Tables>;

/** The next event of a case, as it happens now. */
export function eventNow(house: BenefitsHouse, acting: CaseActing, seq: number, happening: Happening): CaseEvent {
  return { ...happening, seq, at: house.clock.now().toISOString(), by: actorOf(acting) };
}

/**
 * Writes what was decided: the case as it then stands, the event, the audit entry and the message to the family. A determination that the
 * event rests on is kept with it. The caller holds the case's lock and has checked that the event may follow.
 */
export async function happen(
  trx: Trx,
  house: BenefitsHouse,
  acting: CaseActing,
  before: BenefitCase,
  what: {
    readonly happening: Happening;
    readonly pack: PackInfo;
    readonly determining?: Determining;
    readonly photos?: readonly Photo[];
  },
): Promise<BenefitCase> {
  const event = eventNow(house, acting, before.version + 1, what.happening);
  const after = follow(before, event);
  const newly = 'determination' in event.body ? what.determining?.kept : undefined;
  await store.saveCase(trx, acting.county, after, newly);
  await noteDown(trx, house, acting, after, { event, pack: what.pack, photos: what.photos ?? [] });
  return after;
}

/** Writes an event with its photos, the audit entry and, where there is one, the message to the family: one statement. */
export async function noteDown(
  trx: Trx,
  house: BenefitsHouse,
  acting: CaseActing,
  found: BenefitCase,
  { event, pack, photos }: { readonly event: CaseEvent; readonly pack: PackInfo; readonly photos: readonly Photo[] },
): Promise<void> {
  const { id: caseId, applicant: personId, family: familyId, residence } = found;
  const at = new Date(event.at);
  const documents = photos.map((photo) => ({ ...photo, id: newId<'document'>() }));
  const writes = [
    store.eventWrite(trx, acting.county, caseId, event),
    ...store.documentsWrite(trx, acting.county, caseId, documents, at),
    auditOf(trx, acting, found, event),
  ];
  const words = messageOf(event, found, pack);
  const kind = `case.${event.kind}`;
  const tellings =
    words === undefined ? [] : [{ personId, familyId, residence, matter: caseMatter(caseId), kind, words }];
  await tell(trx, house, acting, tellings, writes);
}

function auditOf(trx: Trx, acting: CaseActing, found: BenefitCase, event: CaseEvent): Write {
  const { receipt, state, version, determination } = found;
  const { outcome, version: policyVersion } = determination;
  const forTheCase = acting.kind === 'staff' ? { ...acting, purpose: purposeOf(handlingCase, receipt) } : acting;
  return auditEntry(trx, forTheCase, {
    at: new Date(event.at),
    act: `case.${event.kind}`,
    subjectKind: 'case',
    subjectId: found.id,
    detail: { receipt, state, version, policyVersion, outcome },
  });
}
