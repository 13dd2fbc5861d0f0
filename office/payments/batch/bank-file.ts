import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import type { Day } from '../../../values/day.ts';
import { yuanText } from '../../../values/fen.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { BankLayout, OutgoingField } from './bank-profile.ts';
import type { BatchLine } from '../case.ts';

/** A released batch as the bank must pay it. */
export interface OutgoingBatch {
  readonly number: string;
  readonly payOn: Day;
  /** When the second power released it: the file's own instant, so that the same batch gives the same bytes. */
  readonly releasedAt: Date;
  readonly lines: readonly BatchLine[];
}

/** Why the bank's file can't carry a line. */
export type NotForTheFile =
  | { readonly why: 'not-encodable'; readonly characters: string }
  /** A spreadsheet would calculate it: such a name or bank is a slip or an attack. */
  | { readonly why: 'starts-like-a-formula' }
  | { readonly why: 'control-character' }
  | { readonly why: 'too-long'; readonly most: number };

export interface LineNotForTheFile {
  readonly line: number;
  readonly payee: string;
  readonly fault: NotForTheFile;
}

/** Longest name, bank and remark that ISO 20022 carries (Max140Text), in characters. */
const longestText = 140;

/**
 * Lines that the bank's files can't carry as they are, found before anybody releases them. Nothing is replaced or cut: a name that reads
 * otherwise at the bank comes back as a return.
 */
export function linesNotForTheFile(lines: readonly BatchLine[], layout: BankLayout): readonly LineNotForTheFile[] {
  return lines.flatMap((line) => {
    const texts = [line.payee, line.bank, line.remark];
    const fault = texts.map((text) => faultOf(text, layout.outgoing.encoding)).find((found) => found !== undefined);
    return fault === undefined ? [] : [{ line: line.line, payee: line.payee, fault }];
  });
}

function faultOf(text: string, encoding: BankLayout['outgoing']['encoding']): NotForTheFile | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return { why: 'control-character' };
  if (/^[=+\-@＝＋－＠]/u.test(text)) return { why: 'starts-like-a-formula' };
  const characters = [...text];
  if (characters.length > longestText) return { why: 'too-long', most: longestText };
  const lost = characters.filter((character) => !isEncodable(character, encoding));
  return lost.length === 0 ? undefined : { why: 'not-encodable', characters: [...new Set(lost)].join('') };
}

function isEncodable(character: string, encoding: BankLayout['outgoing']['encoding']): boolean {
  // A lone surrogate is no character; the private use area means one thing here and another at the bank.
  if (/[\p{Cs}\p{Co}]/u.test(character)) return false;
  return encoding === 'utf-8' || iconv.decode(iconv.encode(character, encoding), encoding) === character;
}

/** The CSV as the county's bank wants it. Deterministic: the same batch and layout give the same bytes. */
export function csvBankFile(batch: OutgoingBatch, layout: BankLayout): Buffer {
  const { outgoing } = layout;
  const head = outgoing.header ? [outgoing.columns.map(({ title }) => title)] : [];
  const rows = batch.lines.map((line) => outgoing.columns.map(({ field }) => cellOf(field, line, batch, layout)));
  const text = stringify([...head, ...rows], {
    delimiter: outgoing.delimiter,
    record_delimiter: outgoing.lineEnd === 'crlf' ? '\r\n' : '\n',
    // The library sees to the file's own line end alone.
    quoted_match: /[\r\n]/,
  });
  const bytes = iconv.encode(text, outgoing.encoding);
  return outgoing.byteOrderMark && outgoing.encoding === 'utf-8'
    ? Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes])
    : bytes;
}

function cellOf(field: OutgoingField, line: BatchLine, batch: OutgoingBatch, { outgoing }: BankLayout): string {
  switch (field) {
    case 'line':
      return String(line.line);
    case 'reference':
      return line.reference;
    case 'payee':
      return line.payee;
    case 'bank':
      return line.bank;
    case 'account':
      return line.account;
    case 'amount':
      return outgoing.amount === 'fen' ? line.amount.toString() : yuanText(line.amount, { grouped: false });
    case 'currency':
      return 'CNY';
    case 'payOn':
      return dayAs(outgoing.day, batch.payOn);
    case 'remark':
      return line.remark;
    default:
      return unreachable(field);
  }
}

function dayAs(form: BankLayout['outgoing']['day'], day: Day): string {
  switch (form) {
    case 'YYYY-MM-DD':
      return day;
    case 'YYYYMMDD':
      return day.replaceAll('-', '');
    case 'YYYY/MM/DD':
      return day.replaceAll('-', '/');
    default:
      return unreachable(form);
  }
}
