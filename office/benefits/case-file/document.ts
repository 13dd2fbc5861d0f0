import type { CaseId, DocumentId } from '../../../values/id.ts';
import type { BenefitsHouse } from '../house.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { personWithin } from '../../families/find/record.ts';
import { recordLook } from '../../hall/record.ts';
import { caseMatter, lookAtDocument } from '../who/case-matter.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { seenByFirst } from '../../hall/who/acting-for.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { handlingCase, openingDocument } from '../who/purposes.ts';
import { documentOf, loadCase } from '../store.ts';

/** A photo of a case, opened. */
export interface OpenedPhoto {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** What names a photo of a case. */
interface DocumentKey {
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

/**
 * Opens one photo of a case for staff, by the first of their duties that sees it; the look is logged and the family can read it. Undefined
 * when none of them sees it.
 */
export async function openDocument(
  house: BenefitsHouse,
  actings: readonly StaffActing[],
  key: DocumentKey,
): Promise<OpenedPhoto | undefined> {
  return seenByFirst(actings, (acting) => openedBy(house, acting, key));
}

async function openedBy(house: BenefitsHouse, acting: StaffActing, key: DocumentKey): Promise<OpenedPhoto | undefined> {
  const kept = await inTransaction(
    house.db,
    settingsOf({ ...acting, purpose: purposeOf(openingDocument) }),
    async (trx) => {
      const document = await documentOf(trx, acting.county, key);
      const stored = document && (await loadCase(trx, acting.county, { id: key.caseId }));
      const subject = stored && (await personWithin(trx, house, acting.county, stored.found.subject));
      if (document === undefined || stored === undefined || subject === undefined) return undefined;
      const { receipt, family: familyId, id: caseId } = stored.found;
      const look = {
        at: house.clock.now(),
        personId: subject.id,
        familyId,
        residence: subject.residence.code,
        what: lookAtDocument,
        matter: caseMatter(caseId),
      };
      await recordLook(trx, { ...acting, purpose: purposeOf(handlingCase, receipt) }, look);
      return document;
    },
  );
  if (kept === undefined) return undefined;
  const bytes = await house.filesOf(acting.county).get(kept.digest);
  if (bytes === undefined) throw new Error(`The photo ${key.documentId} is in the case and not among the files`);
  return { bytes, mediaType: kept.mediaType };
}
