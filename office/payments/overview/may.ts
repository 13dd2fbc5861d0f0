import type { Localized } from '../../../values/language.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { Duty } from '../../hall/who/duty.ts';
import type { Batch, Power } from '../case.ts';
import type { BatchView } from '../contract/batch.ts';
import type { MoneyOverview } from '../contract/overview.ts';
import type { Permission } from '../contract/permission.ts';
import { decideCancel, turnOf } from '../decide.ts';
import { releaseRefusalWords } from '../words/words.ts';

// What the reader may do, and for what they may not: why, and who may.

const allowed: Permission = { allowed: true };

function no(zh: string, en: string): Permission {
  return { allowed: false, why: { 'zh-CN': zh, en } };
}

const forPayOut = no('这一步由资金发放人员办理。', 'This step is for the staff who pay out.');
const forFunds = no('这一步由资金管理人员办理。', 'This step is for the staff who manage funds.');

/** On the money page. */
export function moneyMay(duty: Duty): MoneyOverview['may'] {
  return { draft: duty === 'pay-out' ? allowed : forPayOut, appropriate: duty === 'manage-funds' ? allowed : forFunds };
}

/** On a batch. */
export function batchMay(batch: Batch, acting: StaffActing): BatchView['may'] {
  return {
    releaseFunds: mayRelease(batch, acting, 'manage-funds'),
    payOut: mayRelease(batch, acting, 'pay-out'),
    cancel: mayCancel(batch, acting.duty),
    bankFile: acting.duty === 'pay-out' ? mayMakeFile(batch) : forPayOut,
    importReturnFile: acting.duty === 'pay-out' ? mayImport(batch) : forPayOut,
  };
}

function mayRelease(batch: Batch, { duty, who }: StaffActing, power: Power): Permission {
  if (duty !== power) return power === 'pay-out' ? forPayOut : forFunds;
  const refusal = turnOf(batch, power, who);
  return refusal === undefined ? allowed : because(releaseRefusalWords(refusal));
}

function mayCancel(batch: Batch, duty: Duty): Permission {
  if (duty !== 'pay-out' && duty !== 'manage-funds') return forPayOut;
  return decideCancel(batch, batch.version).kind === 'cancel'
    ? allowed
    : no('批次已经放行或取消，不能再取消。', 'The batch is released or cancelled already.');
}

function mayMakeFile({ progress: { state } }: Batch): Permission {
  return state === 'released' || state === 'reconciled'
    ? allowed
    : no('两次放行之后才生成银行文件。', 'The file for the bank is made after both releases.');
}

function mayImport({ progress: { state } }: Batch): Permission {
  if (state === 'released') return allowed;
  return state === 'reconciled'
    ? no('这一批的回盘文件已经导入。', 'The bank’s answer to this batch is imported already.')
    : no('放行之后才有银行的回盘文件。', 'The bank answers after the release.');
}

function because(why: Localized): Permission {
  return { allowed: false, why };
}
