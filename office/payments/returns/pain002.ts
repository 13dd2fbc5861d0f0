import { readDay } from '../../../values/day.ts';
import { type Fen, readYuan } from '../../../values/fen.ts';
import type { FaultOfReturnFile, ReturnLine } from '../case.ts';
import { childOf, childrenOf, readXml, type XmlElement } from './xml.ts';

interface ReadMessage {
  readonly lines: readonly ReturnLine[];
  readonly faults: readonly FaultOfReturnFile[];
}

// ISO 20022 external code set 'payment transaction status': settled on the debtor's side, or on the creditor's.
const paidStatuses = new Set(['ACSC', 'ACCC']);
// Received or accepted, not yet settled: an answer that is still to come.
const pendingStatuses = new Set(['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACWC', 'ACWP', 'ACFC']);

/** Reads an ISO 20022 customer payment status report (pain.002.001.10 and its neighbours, whose elements read here are the same). */
export function readPain002(source: string): ReadMessage {
  const read = readXml(source);
  if (read.kind === 'refused') {
    const why = read.why === 'document-type' || read.why === 'entity' ? 'xml-with-document-type' : 'not-xml';
    return { lines: [], faults: [{ why, line: read.line }] };
  }
  const report = childOf(read.root, 'CstmrPmtStsRpt');
  if (report === undefined || !isPain002(read.root))
    return { lines: [], faults: [{ why: 'wrong-document', line: read.root.line }] };
  const answers = childrenOf(report, 'OrgnlPmtInfAndSts').flatMap((information) =>
    childrenOf(information, 'TxInfAndSts'),
  );
  if (answers.length === 0) return { lines: [], faults: [{ why: 'empty-file' }] };
  const results = answers.map(readAnswer);
  return { lines: results.flatMap(({ line }) => line ?? []), faults: results.flatMap(({ faults }) => faults) };
}

function isPain002(root: XmlElement): boolean {
  const prefixed = [...root.attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return (
    root.name === 'Document' &&
    prefixed.some(([, uri]) => uri.startsWith('urn:iso:std:iso:20022:tech:xsd:pain.002.001.'))
  );
}

function readAnswer(answer: XmlElement): { line?: ReturnLine; faults: readonly FaultOfReturnFile[] } {
  const reference = childOf(answer, 'OrgnlEndToEndId')?.text ?? '';
  const place = { line: answer.line, ...(reference === '' ? {} : { reference }) };
  if (reference === '') return { faults: [{ ...place, why: 'missing-reference' }] };
  const outcome = outcomeOf(answer);
  const amount = amountOf(answer);
  const settledOn = settledOnOf(answer);
  const faults = [outcome, amount, settledOn].flatMap((part) => ('why' in part ? [{ ...place, ...part }] : []));
  if ('why' in outcome || 'why' in amount || 'why' in settledOn) return { faults };
  return { line: { ...place, reference, ...outcome, ...amount, ...settledOn }, faults: [] };
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
