import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { appropriate } from '../../office/payments/ledger/appropriate.ts';
import { standardLayout } from '../../office/payments/batch/bank-profile.ts';
import type { Batch } from '../../office/payments/case.ts';
import { draftBatch } from '../../office/payments/batch/draft.ts';
import { importReturnFile } from '../../office/payments/returns/import.ts';
import { releaseBatch } from '../../office/payments/batch/release.ts';
import { makeBankFile } from '../../office/payments/batch/send.ts';
import type { StaffActing } from '../../office/hall/who/acting.ts';
import { bankAnswer } from './bank.ts';
import type { BatchDeed, Deed } from '../diary/deeds.ts';
import { actingAs, type Memory, submissionKey } from './stage.ts';

/** Undefined when the money came in, else the kind of the refusal. */
export async function fund(
  memory: Memory,
  house: BenefitsHouse,
  deed: Extract<Deed, { kind: 'appropriate' }>,
): Promise<string | undefined> {
  const { yuan: amountYuan, document } = deed;
  const appropriation = { submissionKey: submissionKey(memory), amountYuan, onDay: house.clock.today(), document };
  const outcome = await appropriate(house, actingAs(memory.at, deed.by), appropriation);
  return outcome.kind === 'appropriated' ? undefined : outcome.kind;
}

/** Undefined when it was done, else the kind of the refusal. */
export async function handleBatch(memory: Memory, house: BenefitsHouse, deed: BatchDeed): Promise<string | undefined> {
  const acting = actingAs(memory.at, deed.by);
  if (deed.kind === 'draft') {
    const outcome = await draftBatch(house, acting, { payOn: deed.payOn });
    if (outcome.kind === 'nothing-due') return undefined;
    return outcome.kind === 'drafted' ? keep(memory, deed, outcome.batch) : outcome.kind;
  }
  const batch = memory.batches.get(deed.batch);
  // When nothing was due there is nothing to release either.
  if (batch === undefined) return undefined;
  if (deed.kind === 'settle') return settle(memory, house, acting, batch, deed);
  const outcome = await releaseBatch(house, acting, batch.id, batch);
  return outcome.kind === 'released' ? keep(memory, deed, outcome.batch) : outcome.kind;
}

function keep({ batches }: Memory, { batch: number }: BatchDeed, batch: Batch): undefined {
  batches.set(number, batch);
}

/** Takes the file to the bank, and brings its answer home. */
async function settle(
  memory: Memory,
  house: BenefitsHouse,
  acting: StaffActing,
  batch: Batch,
  deed: Extract<BatchDeed, { kind: 'settle' }>,
): Promise<string | undefined> {
  const file = await makeBankFile(house, acting, batch.id, 'csv');
  if (file.kind !== 'made') return file.kind;
  const returned = deed.returned.map((n) => memory.accounts.get(memory.askings.get(n)?.account ?? '')?.number ?? '');
  const answer = bankAnswer(file.bytes, standardLayout, house.clock.today(), new Set(returned), deed.oneIn);
  const outcome = await importReturnFile(house, acting, batch.id, answer);
  return outcome.kind === 'imported' ? undefined : outcome.kind;
}
