import type { BenefitsHouse } from '../house.ts';
import type { FamilyActing } from '../../hall/who/acting.ts';
import type { CorrectInput } from '../contract/correct.ts';
import { correctCase, type CorrectOutcome } from '../review/correct.ts';
import type { CaseKey } from '../review/open-case.ts';
import type { CorrectionBody, Draft } from '../decide/draft.ts';
import * as store from './draft-store.ts';

/** Hands in a correction with the photos of its draft: the correction and the end of the draft are one act. */
export async function handInCorrection(
  house: BenefitsHouse,
  acting: FamilyActing,
  { id, body }: Draft<CorrectionBody>,
  key: CaseKey,
  input: Omit<CorrectInput, 'photos'>,
): Promise<CorrectOutcome> {
  const photos = [...body.photos];
  return correctCase(house, acting, key, { ...input, photos }, (trx) => store.dropDraft(trx, acting.county, id));
}
