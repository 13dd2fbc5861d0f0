import { readDay } from '../../../values/day.ts';
import { type Fen, readYuan } from '../../../values/fen.ts';
import type { FaultOfReturnFile, ReturnLine } from '../case.ts';
import { childOf, readRecords, type ReadRecords, type XmlElement, type XmlRecord } from './xml.ts';

interface ReadMessage {
  readonly lines: readonly ReturnLine[];
  readonly faults: readonly FaultOfReturnFile[];
}

// ISO 20022 external code set 'payment transaction status': settled on the debtor's side, or on the creditor's.
const paidStatuses = new Set(['ACSC', 'ACCC']);
// Received or accepted, not yet settled: an answer that is still to come.
const pendingStatuses = new Set(['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACWC', 'ACWP', 'ACFC']);

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.';
const answerPath = ['Document', 'CstmrPmtStsRpt', 'OrgnlPmtInfAndSts', 'TxInfAndSts'];

/** Reads an ISO 20022 customer payment status report (pain.002.001.10 and its neighbours, whose elements read here are the same). */
export function readPain002(bytes: Uint8Array): ReadMessage {
  const lines: ReturnLine[] = [];
  const faults: FaultOfReturnFile[] = [];
  const read = readRecords(bytes, answerPath, (record) => {
    const answer = readAnswer(record);
    if (answer.line !== undefined) lines.push(answer.line);
    faults.push(...answer.faults);
  });
  if (read.kind === 'refused') return { lines: [], faults: [brokenAt(read)] };
  if (read.root.name !== 'Document' || !read.root.namespace.startsWith(namespace))
    return { lines: [], faults: [{ why: 'wrong-document', line: 1 }] };
  return lines.length + faults.length === 0 ? { lines, faults: [{ why: 'empty-file' }] } : { lines, faults };
}

const whyBroken = {
  'document-type': 'xml-with-document-type',
  'not-utf-8': 'xml-not-utf-8',
  'not-well-formed': 'not-xml',
  'too-deep': 'not-xml',
} as const;

/** Where nothing further can be read. In a file of one line the number of the answer and its reference say more than the place. */
function brokenAt({ why, line, character, within }: Extract<ReadRecords, { kind: 'refused' }>): FaultOfReturnFile {
  const place = within === undefined ? {} : { record: within.number, ...referenceOf(within.element) };
  return { why: whyBroken[why], line, character, ...place };
}

function referenceOf(answer: XmlElement): { reference?: string } {
  const reference = childOf(answer, 'OrgnlEndToEndId')?.text ?? '';
  return reference === '' ? {} : { reference };
}

function readAnswer({ number, line, element: answer }: XmlRecord): {
  line?: ReturnLine;
  faults: readonly FaultOfReturnFile[];
} {
  const { reference } = referenceOf(answer);
  if (reference === undefined) return { faults: [{ line, record: number, why: 'missing-reference' }] };
  const place = { line, record: number, reference };
  const outcome = outcomeOf(answer);
  const amount = amountOf(answer);
  const settledOn = settledOnOf(answer);
  const faults = [outcome, amount, settledOn].flatMap((part) => ('why' in part ? [{ ...place, ...part }] : []));
  if ('why' in outcome || 'why' in amount || 'why' in settledOn) return { faults };
  return { line: { ...place, ...outcome, ...amount, ...settledOn }, faults: [] };
}

function outcomeOf(answer: XmlElement): Pick<ReturnLine, 'outcome' | 'reason'> | FaultOfReturnFile {
  const status = childOf(answer, 'TxSts')?.text ?? '';
  if (paidStatuses.has(status)) return { outcome: 'paid' };
  if (pendingStatuses.has(status)) return { why: 'pending-status', found: status };
  if (status !== 'RJCT') return { why: 'unknown-status', found: status };
  const information = childOf(answer, 'StsRsnInf');
  const said =
    childOf(information, 'Rsn', 'Cd') ?? childOf(information, 'Rsn', 'Prtry') ?? childOf(information, 'AddtlInf');
  return said === undefined || said.text === ''
    ? { why: 'missing-reason' }
    : { outcome: 'returned', reason: said.text };
}

/** The amount the bank repeats; a report may leave it out. */
function amountOf(answer: XmlElement): { amount?: Fen } | FaultOfReturnFile {
  const found = childOf(answer, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  if (found === undefined) return {};
  const currency = found.attributes.get('Ccy') ?? '';
  if (currency !== 'CNY') return { why: 'wrong-currency', found: currency };
  const read = readYuan(found.text);
  if (read.kind === 'amount') return { amount: read.fen };
  return {
    why: read.why === 'more-than-two-decimals' ? 'amount-with-more-than-two-decimals' : 'amount-not-a-number',
    found: found.text,
  };
}

function settledOnOf(answer: XmlElement): Pick<ReturnLine, 'settledOn'> | FaultOfReturnFile {
  const at = childOf(answer, 'FctvIntrBkSttlmDt', 'Dt') ?? childOf(answer, 'AccptncDtTm');
  if (at === undefined) return {};
  const settledOn = readDay(at.text.slice(0, 10));
  return settledOn === undefined ? { why: 'no-such-day', found: at.text } : { settledOn };
}
