import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { Duty } from '../../hall/who/duty.ts';
import type { Batch, Power } from '../case.ts';
import type { BatchView } from '../contract/batch.ts';
import type { MoneyOverview } from '../contract/overview.ts';
import type { Permission } from '../contract/permission.ts';
import { decideCancel, outOfTurn } from '../decide.ts';
import { releaseRefusalWords } from '../words/sentences.ts';

// What the reader may do, and for what they may not: why, and who may.

const allowed: Permission = { allowed: true };

function no(why: Localized): Permission {
  return { allowed: false, why };
}

const noPayer = { kind: 'no-payer' } as const;
const forPayOut = no(inEveryLanguage(words, (w) => w.may.forPayOut));
const forFunds = no(inEveryLanguage(words, (w) => w.may.forFunds));

/** On the money page. */
export function moneyMay(duty: Duty): MoneyOverview['may'] {
  return { draft: duty === 'pay-out' ? allowed : forPayOut, appropriate: duty === 'manage-funds' ? allowed : forFunds };
}

/** On a batch. */
export function batchMay(
  batch: Batch,
  acting: StaffActing,
  { hasPayer }: { readonly hasPayer: boolean },
): BatchView['may'] {
  return {
    releaseFunds: mayRelease(batch, acting, { power: 'manage-funds', hasPayer }),
    payOut: mayRelease(batch, acting, { power: 'pay-out', hasPayer }),
    cancel: mayCancel(batch, acting.duty),
    bankFile: acting.duty === 'pay-out' ? mayMakeFile(batch, hasPayer) : forPayOut,
    importReturnFile: acting.duty === 'pay-out' ? mayImport(batch) : forPayOut,
  };
}

function mayRelease(
  batch: Batch,
  { duty, who }: StaffActing,
  { power, hasPayer }: { readonly power: Power; readonly hasPayer: boolean },
): Permission {
  if (duty !== power) return power === 'pay-out' ? forPayOut : forFunds;
  const refusal = outOfTurn(batch, power, who) ?? (hasPayer ? undefined : noPayer);
  return refusal === undefined ? allowed : because(releaseRefusalWords(refusal));
}

function mayCancel(batch: Batch, duty: Duty): Permission {
  if (duty !== 'pay-out' && duty !== 'manage-funds') return forPayOut;
  return decideCancel(batch, batch.version).kind === 'cancel'
    ? allowed
    : no(inEveryLanguage(words, (w) => w.may.batchReleasedCancelledAlready));
}

function mayMakeFile({ progress: { state } }: Batch, hasPayer: boolean): Permission {
  if (state === 'released' || state === 'reconciled') return hasPayer ? allowed : because(releaseRefusalWords(noPayer));
  return no(inEveryLanguage(words, (w) => w.may.fileBankMadeAfterBoth));
}

function mayImport({ progress: { state } }: Batch): Permission {
  if (state === 'released') return allowed;
  return state === 'reconciled'
    ? no(inEveryLanguage(words, (w) => w.may.banksAnswerBatchImportedAlready))
    : no(inEveryLanguage(words, (w) => w.may.bankAnswersAfterRelease));
}

function because(why: Localized): Permission {
  return { allowed: false, why };
}
