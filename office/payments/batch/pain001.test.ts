import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { County } from '../../../values/division.ts';
import type { PaymentId } from '../../../values/id.ts';
import type { OutgoingBatch } from './bank-file.ts';
import { testPayer } from '../testing.ts';
import { referenceOf } from './batch-lines.ts';
import { messageIdOf, pain001 } from './pain001.ts';

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
  expect(faultOf(pain001(batch(['王桂兰', '尉迟明月', '张𠮷']), testPayer).toString('utf8'))).toBeUndefined();
  const withCode = { ...testPayer, clearingCode: '402990101005' };
  expect(faultOf(pain001(batch(['王桂兰']), withCode).toString('utf8'))).toBeUndefined();
});

test('the schema of this test does refuse: another order, a missing reference, another currency’s shape', () => {
  const xml = pain001(batch(['王桂兰']), testPayer).toString('utf8');
  expect(faultOf(xml.replace('<PmtMtd>TRF</PmtMtd>\n', ''))).toContain('PmtMtd');
  expect(faultOf(xml.replace(/<PmtId>[\s\S]*<\/PmtId>/, ''))).toContain('PmtId');
  expect(faultOf(xml.replace('Ccy="CNY"', 'Ccy="RMB yuan"'))).toContain('Ccy');
});

/** The texts at a path of names in the document, as a reader of another make finds them. */
function textsAt(xml: string, ...path: readonly string[]): readonly string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(`//${path.map((name) => `*[local-name()="${name}"]`).join('/')}`).map(({ content }) => content);
}

test('names, amounts, references and sums are what the batch says', () => {
  const xml = pain001(batch(['王桂兰', '尉迟明月']), testPayer).toString('utf8');
  expect(textsAt(xml, 'GrpHdr', 'MsgId')).toEqual([messageIdOf('2026-0001')]);
  expect(textsAt(xml, 'GrpHdr', 'CreDtTm')).toEqual(['2026-12-09T10:03:04+08:00']);
  expect(textsAt(xml, 'GrpHdr', 'CtrlSum')).toEqual(['7200.01']);
  expect(textsAt(xml, 'PmtInf', 'ReqdExctnDt', 'Dt')).toEqual(['2026-12-10']);
  expect(textsAt(xml, 'PmtId', 'EndToEndId')).toEqual(['990101-20260001-000001', '990101-20260001-000002']);
  expect(textsAt(xml, 'Amt', 'InstdAmt')).toEqual(['3600.00', '3600.01']);
  expect(textsAt(xml, 'Cdtr', 'Nm')).toEqual(['王桂兰', '尉迟明月']);
  expect(textsAt(xml, 'CdtrAcct', 'Id', 'Othr', 'Id')).toEqual(['6228480011112222333', '6228480011112222333']);
  expect(textsAt(xml, 'RmtInf', 'Ustrd')).toEqual(['温暖补助 2026 年', '温暖补助 2026 年']);
});

test('what XML would read as markup is written so that it is text', () => {
  const xml = pain001(batch(['王<b>&兰]]>']), testPayer).toString('utf8');
  expect(faultOf(xml)).toBeUndefined();
  expect(textsAt(xml, 'Cdtr', 'Nm')).toEqual(['王<b>&兰]]>']);
});

test('the same batch gives the same bytes', () => {
  expect(pain001(batch(['王桂兰']), testPayer)).toEqual(pain001(batch(['王桂兰']), testPayer));
});

test('a reference fits Max35Text for any batch', () => {
  expect(referenceOf('990101' as County, '2026-123456', 50_000).length).toBeLessThanOrEqual(35);
});
