import type { Day } from '../../../values/day.ts';
import { type Fen, sumOf, yuanText } from '../../../values/fen.ts';
import type { OutgoingBatch } from './bank-file.ts';
import type { Payer } from './bank-profile.ts';
import type { BatchLine } from '../case.ts';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/**
 * The batch as an ISO 20022 customer credit transfer initiation (pain.001.001.09), UTF-8, one payment information block in CNY. Element
 * order follows the message definition; identifiers are within Max35Text, names within Max140Text.
 */
export function pain001(batch: OutgoingBatch, payer: Payer): Buffer {
  const count = element('NbOfTxs', String(batch.lines.length));
  const sum = element('CtrlSum', yuan(sumOf(batch.lines.map(({ amount }) => amount))));
  const header = block('GrpHdr', [
    element('MsgId', messageIdOf(batch.number)),
    element('CreDtTm', instantInChina(batch.releasedAt)),
    count,
    sum,
    block('InitgPty', [element('Nm', payer.name)]),
  ]);
  const payment = block('PmtInf', [
    element('PmtInfId', `${messageIdOf(batch.number)}-1`),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'true'),
    count,
    sum,
    block('ReqdExctnDt', [element('Dt', batch.payOn)]),
    block('Dbtr', [element('Nm', payer.name)]),
    block('DbtrAcct', [accountId(payer.account), element('Ccy', 'CNY')]),
    block('DbtrAgt', [block('FinInstnId', [...clearingCode(payer.clearingCode), element('Nm', payer.bank)])]),
    ...batch.lines.map(transfer),
  ]);
  const document = `<Document xmlns="${namespace}">\n${block('CstmrCdtTrfInitn', [header, payment])}</Document>\n`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${document}`, 'utf8');
}

/** What the bank's answer repeats as `OrgnlMsgId`. */
export function messageIdOf(batchNumber: string): string {
  return `HJ-${batchNumber}`;
}

function transfer(line: BatchLine): string {
  return block('CdtTrfTxInf', [
    block('PmtId', [element('EndToEndId', line.reference)]),
    block('Amt', [`<InstdAmt Ccy="CNY">${yuan(line.amount)}</InstdAmt>\n`]),
    block('CdtrAgt', [block('FinInstnId', [element('Nm', line.bank)])]),
    block('Cdtr', [element('Nm', line.payee)]),
    block('CdtrAcct', [accountId(line.account)]),
    block('RmtInf', [element('Ustrd', line.remark)]),
  ]);
}

/** A Chinese account number is no IBAN. */
function accountId(number: string): string {
  return block('Id', [block('Othr', [element('Id', number)])]);
}

/** The bank's code in China's payment system (external code set: CNAPS). */
function clearingCode(code: string | undefined): readonly string[] {
  return code === undefined
    ? []
    : [block('ClrSysMmbId', [block('ClrSysId', [element('Cd', 'CNAPS')]), element('MmbId', code)])];
}

function yuan(amount: Fen): string {
  return yuanText(amount, { grouped: false });
}

/** `2026-12-01T09:30:00+08:00` */
function instantInChina(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function block(name: string, children: readonly string[]): string {
  return `<${name}>\n${children.join('')}</${name}>\n`;
}

function element(name: string, text: string | Day): string {
  return `<${name}>${escaped(text)}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
