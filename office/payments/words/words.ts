import { type Fen, yuanText } from '../../../values/fen.ts';
import type { Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { NotForTheFile } from '../batch/bank-file.ts';
import type { FaultOfReturnFile, LedgerEvent } from '../case.ts';
import type { ReleaseRefusal } from '../decide.ts';

// What this desk says, in both languages, where the sentence depends on facts. Screens keep their own fixed words.

/** A release that the deposit does not cover. */
function depositShort(available: Fen, total: Fen): Localized {
  const [has, needs, lacks] = [available, total, (total - available) as Fen].map((amount) => yuanText(amount));
  return {
    'zh-CN': `专户可用资金 ${has} 元，本批需要 ${needs} 元，还差 ${lacks} 元。拨款到账并入账后再放行。`,
    en: `The deposit has ${has} yuan free and this batch needs ${needs}: ${lacks} yuan short. Enter the appropriation when it arrives, then release.`,
  };
}

/** Why a line can't go into the bank's file, and what to do. */
export function notForTheFileWords(fault: NotForTheFile): Localized {
  const said = notForTheFileReason(fault);
  return {
    'zh-CN': `${said['zh-CN']}请与银行约定写法，或由管理员更改银行文件的编码，再重新拟定批次。`,
    en: `${said.en} Agree with the bank how to write it, or have the file’s encoding changed, then draft the batch again.`,
  };
}

function notForTheFileReason(fault: NotForTheFile): Localized {
  switch (fault.why) {
    case 'not-encodable':
      return {
        'zh-CN': `银行文件的编码里没有“${fault.characters}”字。`,
        en: `The encoding of the bank’s file has no “${fault.characters}”.`,
      };
    case 'starts-like-a-formula':
      return {
        'zh-CN': '以公式符号开头，电子表格会把它当公式算。',
        en: 'It starts like a formula, and a spreadsheet would calculate it.',
      };
    case 'control-character':
      return { 'zh-CN': '含有看不见的控制字符。', en: 'It contains an invisible control character.' };
    case 'too-long':
      return { 'zh-CN': `超过 ${fault.most} 个字。`, en: `It is longer than ${fault.most} characters.` };
    default:
      return unreachable(fault);
  }
}

/** What happened, for the ledger's list. */
export function ledgerEventWords(what: LedgerEvent): Localized {
  switch (what) {
    case 'appropriation':
      return { 'zh-CN': '拨款到账', en: 'Appropriation received' };
    case 'grant':
      return { 'zh-CN': '决定给予', en: 'Benefit granted' };
    case 'release':
      return { 'zh-CN': '批次放行', en: 'Batch released' };
    case 'settlement':
      return { 'zh-CN': '银行已付', en: 'Paid by the bank' };
    case 'return':
      return { 'zh-CN': '银行退汇', en: 'Returned by the bank' };
    case 'correction':
      return { 'zh-CN': '更正', en: 'Correction' };
    default:
      return unreachable(what);
  }
}

/** One fault of a return file: what stands there, and what should. */
export function returnFaultWords(fault: FaultOfReturnFile): Localized {
  const { found = '', expected = '', reference = '' } = fault;
  switch (fault.why) {
    case 'not-text':
      return {
        'zh-CN': '这不是文本文件。请上传银行给的 CSV 或 XML 回盘文件，不要上传表格或图片。',
        en: 'This is not a text file. Upload the bank’s CSV or XML answer, not a spreadsheet or an image.',
      };
    case 'not-csv':
      return {
        'zh-CN': '引号没有配对，这一行往后读不下去。',
        en: 'A quotation mark is not closed: nothing after this line can be read.',
      };
    case 'not-xml':
      return {
        'zh-CN': `XML 在第 ${fault.line ?? 1} 行第 ${fault.character ?? 1} 个字符处写坏了，可能没有下载完整。`,
        en: `The XML is broken in line ${fault.line ?? 1}, character ${fault.character ?? 1}; the download may be incomplete.`,
      };
    case 'xml-not-utf-8':
      return {
        'zh-CN': 'XML 不是 UTF-8 编码。请让银行按 UTF-8 导出后再上传。',
        en: 'The XML is not in UTF-8. Have the bank export it as UTF-8, then upload it again.',
      };
    case 'xml-with-document-type':
      return {
        'zh-CN': 'XML 带有文档类型或自定义实体，为了安全不读。',
        en: 'The XML carries a document type or entities of its own; for safety it is not read.',
      };
    case 'wrong-document':
      return {
        'zh-CN': '这份 XML 不是付款状态报告（pain.002）。',
        en: 'This XML is not a payment status report (pain.002).',
      };
    case 'missing-column':
      return { 'zh-CN': `缺少“${fault.column ?? ''}”这一列。`, en: `The column “${fault.column ?? ''}” is missing.` };
    case 'wrong-column-count':
      return { 'zh-CN': '这一行的列数和表头不一样。', en: 'This line has another number of columns than the header.' };
    case 'empty-file':
      return { 'zh-CN': '文件里没有一笔结果。', en: 'The file holds no result at all.' };
    case 'amount-not-a-number':
      return { 'zh-CN': `金额“${found}”不是数。`, en: `The amount “${found}” is not a number.` };
    case 'amount-with-more-than-two-decimals':
      return {
        'zh-CN': `金额“${found}”超过两位小数。钱只到分，不作四舍五入。`,
        en: `The amount “${found}” has more than two decimals. Money ends at fen and is not rounded.`,
      };
    case 'wrong-amount':
      return {
        'zh-CN': `金额是 ${found} 元，批次里是 ${expected} 元。`,
        en: `The amount is ${found} yuan; the batch says ${expected}.`,
      };
    case 'wrong-currency':
      return { 'zh-CN': `币种“${found}”不是人民币。`, en: `The currency “${found}” is not CNY.` };
    case 'unknown-status':
      return {
        'zh-CN': `处理结果“${found}”看不懂，既不是成功也不是失败。`,
        en: `The result “${found}” is unknown: neither paid nor returned.`,
      };
    case 'pending-status':
      return {
        'zh-CN': `这一笔银行还在办（${found}）。等结果出来再导入。`,
        en: `The bank is still working on this one (${found}). Import the file when it is done.`,
      };
    case 'missing-reason':
      return { 'zh-CN': '退汇没有写原因。', en: 'A return gives no reason.' };
    case 'no-such-day':
      return { 'zh-CN': `没有“${found}”这一天。`, en: `There is no such day as “${found}”.` };
    case 'day-in-the-future':
      return { 'zh-CN': `处理日期 ${found} 还没到。`, en: `The day ${found} is still to come.` };
    case 'missing-reference':
      return { 'zh-CN': '这一笔没有业务编号。', en: 'This one has no reference.' };
    case 'unknown-reference':
      return { 'zh-CN': `业务编号“${reference}”不是我们发出的。`, en: `The reference “${reference}” is none of ours.` };
    case 'reference-twice':
      return {
        'zh-CN': `业务编号“${reference}”在第 ${fault.firstRecord ?? fault.firstLine ?? ''} ${fault.firstRecord === undefined ? '行' : '笔'}已经出现过。`,
        en: `The reference “${reference}” already stands in ${fault.firstRecord === undefined ? 'line' : 'answer'} ${fault.firstRecord ?? fault.firstLine ?? ''}.`,
      };
    case 'line-of-another-batch':
      return {
        'zh-CN': `业务编号“${reference}”属于批次 ${fault.batchNumber ?? ''}。`,
        en: `The reference “${reference}” belongs to batch ${fault.batchNumber ?? ''}.`,
      };
    case 'missing-line':
      return {
        'zh-CN': `批次里的“${reference}”在文件中没有结果。`,
        en: `The batch’s “${reference}” has no result in the file.`,
      };
    default:
      return unreachable(fault.why);
  }
}

/** Why a batch was not released, and what to do. */
export function releaseRefusalWords(refusal: ReleaseRefusal): Localized {
  switch (refusal.kind) {
    case 'stale':
      return {
        'zh-CN': '批次已经有了变化，请看过现在的样子再放行。',
        en: 'The batch has changed. Look at it as it is now, then release it.',
      };
    case 'already-released':
      return { 'zh-CN': '这一步已经放行过了。', en: 'This step is released already.' };
    case 'cancelled':
      return { 'zh-CN': '批次已经取消，款项回到待发。', en: 'The batch is cancelled; its payments are due again.' };
    case 'funds-come-first':
      return { 'zh-CN': '要先由资金管理人员放行资金。', en: 'The staff who manage funds release it first.' };
    case 'same-person':
      return {
        'zh-CN': '两次放行要由两个人办理，您已经放行过一次。',
        en: 'Two releases are made by two people, and you have made one.',
      };
    case 'lines-changed':
      return {
        'zh-CN': '批次明细与拟定时不一致，不能放行。请取消后重新拟定，并告知监督人员。',
        en: 'The lines are not those that were drafted. Cancel the batch, draft it again, and tell the staff who supervise.',
      };
    case 'not-for-the-file':
      return {
        'zh-CN': `有 ${refusal.lines} 行写不进银行文件，见批次里的提示。`,
        en: `${refusal.lines} ${refusal.lines === 1 ? 'line does' : 'lines do'} not fit the bank’s file; see the notes in the batch.`,
      };
    case 'deposit-short':
      return depositShort(refusal.available, refusal.total);
    default:
      return unreachable(refusal);
  }
}
