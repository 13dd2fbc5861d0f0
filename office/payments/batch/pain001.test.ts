import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { County } from '../../../values/division.ts';
import type { PaymentId } from '../../../values/id.ts';
import type { OutgoingBatch } from './bank-file.ts';
import { standardLayout } from './bank-profile.ts';
import { referenceOf } from './batch-lines.ts';
import { messageIdOf, pain001 } from './pain001.ts';
import { childOf, childrenOf, readXml } from '../returns/xml.ts';

const schema = readFileSync(join(import.meta.dirname, 'iso20022/pain.001.001.09.subset.xsd'), 'utf8');

/** What is wrong with the document by the schema; undefined when nothing is. */
function faultOf(xml: string): string | undefined {
  using definition = XmlDocument.fromString(schema);
  using validator = XsdValidator.fromDoc(definition);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function batch(payees: readonly string[]): OutgoingBatch {
  return {
    number: '2026-0001',
    payOn: day('2026-12-10'),
    releasedAt: new Date('2026-12-09T02:03:04Z'),
    lines: payees.map((payee, index) => ({
      line: index + 1,
      paymentId: '00000000-0000-7000-8000-000000000001' as PaymentId,
      reference: referenceOf('990101' as County, '2026-0001', index + 1),
      payee,
      bank: '禾安农商银行',
      account: '6228480011112222333',
      amount: fen(360_000n + BigInt(index)),
      remark: '温暖补助 2026 年',
    })),
  };
}

test('the message is valid by the elements of pain.001.001.09', () => {
  expect(faultOf(pain001(batch(['王桂兰', '尉迟明月', '张𠮷']), standardLayout).toString('utf8'))).toBeUndefined();
  const withCode = { ...standardLayout, payer: { ...standardLayout.payer, clearingCode: '402990101005' } };
  expect(faultOf(pain001(batch(['王桂兰']), withCode).toString('utf8'))).toBeUndefined();
});

test('the schema of this test does refuse: another order, a missing reference, another currency’s shape', () => {
  const xml = pain001(batch(['王桂兰']), standardLayout).toString('utf8');
  expect(faultOf(xml.replace('<PmtMtd>TRF</PmtMtd>\n', ''))).toContain('PmtMtd');
  expect(faultOf(xml.replace(/<PmtId>[\s\S]*<\/PmtId>/, ''))).toContain('PmtId');
  expect(faultOf(xml.replace('Ccy="CNY"', 'Ccy="RMB yuan"'))).toContain('Ccy');
});

test('names, amounts, references and sums are what the batch says', () => {
  const read = readXml(pain001(batch(['王桂兰', '尉迟明月']), standardLayout).toString('utf8'));
  if (read.kind === 'refused') throw new Error(read.why);
  const message = childOf(read.root, 'CstmrCdtTrfInitn');
  expect(childOf(message, 'GrpHdr', 'MsgId')?.text).toBe(messageIdOf('2026-0001'));
  expect(childOf(message, 'GrpHdr', 'CreDtTm')?.text).toBe('2026-12-09T10:03:04+08:00');
  expect(childOf(message, 'GrpHdr', 'CtrlSum')?.text).toBe('7200.01');
  expect(childOf(message, 'PmtInf', 'ReqdExctnDt', 'Dt')?.text).toBe('2026-12-10');
  const transfers = childrenOf(childOf(message, 'PmtInf'), 'CdtTrfTxInf');
  expect(transfers.map((transfer) => childOf(transfer, 'PmtId', 'EndToEndId')?.text)).toEqual([
    '990101-20260001-000001',
    '990101-20260001-000002',
  ]);
  expect(transfers.map((transfer) => childOf(transfer, 'Amt', 'InstdAmt')?.text)).toEqual(['3600.00', '3600.01']);
  expect(childOf(transfers[1], 'Cdtr', 'Nm')?.text).toBe('尉迟明月');
  expect(childOf(transfers[1], 'CdtrAcct', 'Id', 'Othr', 'Id')?.text).toBe('6228480011112222333');
  expect(childOf(transfers[1], 'RmtInf', 'Ustrd')?.text).toBe('温暖补助 2026 年');
});

test('what XML would read as markup is written so that it is text', () => {
  const xml = pain001(batch(['王<b>&兰]]>']), standardLayout).toString('utf8');
  expect(faultOf(xml)).toBeUndefined();
  const read = readXml(xml);
  if (read.kind === 'refused') throw new Error(read.why);
  expect(childOf(read.root, 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf', 'Cdtr', 'Nm')?.text).toBe('王<b>&兰]]>');
});

test('the same batch gives the same bytes', () => {
  expect(pain001(batch(['王桂兰']), standardLayout)).toEqual(pain001(batch(['王桂兰']), standardLayout));
});

test('a reference fits Max35Text for any batch', () => {
  expect(referenceOf('990101' as County, '2026-123456', 50_000).length).toBeLessThanOrEqual(35);
});
