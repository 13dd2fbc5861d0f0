import { parse } from 'csv-parse/sync';
import { decodeText } from '../../../building/files/text.ts';
import { type Day, readDay } from '../../../values/day.ts';
import { type Fen, fen, readYuan } from '../../../values/fen.ts';
import type { BankLayout } from '../batch/bank-profile.ts';
import type { FaultOfReturnFile, ReturnLine } from '../case.ts';
import { readPain002 } from './pain002.ts';

/** Largest return file, in bytes: a batch of 50,000 lines is below a third of it. */
export const largestReturnFile = 20 * 1024 * 1024;

/** What a return file says, line by line, with every fault of its form. Whether it answers the batch is decided in decide.ts. */
export interface ReadReturnFile {
  readonly format: 'csv' | 'pain.002';
  readonly lines: readonly ReturnLine[];
  readonly faults: readonly FaultOfReturnFile[];
}

/** Reads the bank's answer: a CSV by the county's layout in UTF-8 or GB 18030, or an ISO 20022 pain.002. The content tells which. */
export function readReturnFile(bytes: Uint8Array, layout: BankLayout): ReadReturnFile {
  if (isXml(bytes)) return { format: 'pain.002', ...readPain002(bytes) };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') return { format: 'csv', lines: [], faults: [{ why: 'not-text' }] };
  return { format: 'csv', ...readReturnCsv(decoded.text, layout.incoming) };
}

/** By its first sign, behind a byte order mark and blanks: its encoding is the message's own affair. */
function isXml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 1_024)).toString('latin1'));
}

type Incoming = BankLayout['incoming'];

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readReturnCsv(text: string, incoming: Incoming): Omit<ReadReturnFile, 'format'> {
  const parsed = parsedCsv(text, incoming.delimiter);
  if (parsed.kind === 'refused') return { lines: [], faults: [parsed.fault] };
  const [head, ...rows] = parsed.records;
  if (head === undefined || rows.length === 0) return { lines: [], faults: [{ why: 'empty-file' }] };
  const titles = head.record.map((title) => title.trim());
  const wanted = Object.values(incoming.columns).flatMap((title) => title ?? []);
  const missing = wanted.filter((title) => !titles.includes(title));
  if (missing.length > 0)
    return { lines: [], faults: missing.map((column) => ({ why: 'missing-column', line: 1, column })) };
  const read = rows.map(({ record, info }) =>
    readRow(cellsOf(record, titles, incoming), record.length - titles.length, info.lines, incoming),
  );
  return { lines: read.flatMap(({ line }) => line ?? []), faults: read.flatMap(({ faults }) => faults) };
}

function parsedCsv(
  text: string,
  delimiter: string,
): { kind: 'records'; records: readonly CsvRecord[] } | { kind: 'refused'; fault: FaultOfReturnFile } {
  try {
    const options = {
      delimiter,
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      skipRecordsWithEmptyValues: true,
    } as const;
    return { kind: 'records', records: parse(text, options) as unknown as readonly CsvRecord[] };
  } catch (error) {
    const at = (error as { lines?: number }).lines;
    return { kind: 'refused', fault: { why: 'not-csv', ...(at === undefined ? {} : { line: at }) } };
  }
}

/** The cells of a row under the names of this house. */
interface Cells {
  readonly reference: string;
  readonly amount: string;
  readonly status: string;
  readonly reason: string;
  readonly settledOn: string;
}

function cellsOf(record: readonly string[], titles: readonly string[], { columns }: Incoming): Cells {
  // Spreadsheets write ="0012" or a tab before long numbers so that they stay text.
  const cell = (title: string | undefined): string =>
    title === undefined ? '' : (record[titles.indexOf(title)] ?? '').trim().replace(/^="(.*)"$/, '$1');
  return {
    reference: cell(columns.reference),
    amount: cell(columns.amount),
    status: cell(columns.status),
    reason: cell(columns.reason),
    settledOn: cell(columns.settledOn),
  };
}

function readRow(
  cells: Cells,
  surplus: number,
  at: number,
  incoming: Incoming,
): { line?: ReturnLine; faults: readonly FaultOfReturnFile[] } {
  const reference = cells.reference;
  const place = { line: at, ...(reference === '' ? {} : { reference }) };
  if (surplus !== 0) return { faults: [{ ...place, why: 'wrong-column-count' }] };
  if (reference === '') return { faults: [{ ...place, why: 'missing-reference' }] };
  const amount = readAmount(cells.amount, incoming.amount);
  const outcome = readOutcome(cells, incoming);
  const settledOn = readSettledOn(cells.settledOn);
  const faults = [amount, outcome, settledOn].flatMap((part) =>
    part.kind === 'fault' ? [{ ...place, ...part.fault }] : [],
  );
  if (amount.kind === 'fault' || outcome.kind === 'fault' || settledOn.kind === 'fault') return { faults };
  const day = settledOn.value === undefined ? {} : { settledOn: settledOn.value };
  return { line: { ...place, reference, amount: amount.value, ...outcome.value, ...day }, faults: [] };
}

type Part<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: FaultOfReturnFile };

function fault(found: FaultOfReturnFile): { kind: 'fault'; fault: FaultOfReturnFile } {
  return { kind: 'fault', fault: found };
}

function readAmount(text: string, form: Incoming['amount']): Part<Fen> {
  if (form === 'fen')
    return /^\d{1,17}$/.test(text)
      ? { kind: 'read', value: fen(BigInt(text)) }
      : fault({ why: 'amount-not-a-number', found: text });
  const read = readYuan(text);
  if (read.kind === 'amount') return { kind: 'read', value: read.fen };
  return fault({
    why: read.why === 'more-than-two-decimals' ? 'amount-with-more-than-two-decimals' : 'amount-not-a-number',
    found: text,
  });
}

function readOutcome(
  { status, reason }: Cells,
  incoming: Incoming,
): Part<{ outcome: 'paid' } | { outcome: 'returned'; reason: string }> {
  if (incoming.paid.includes(status)) return { kind: 'read', value: { outcome: 'paid' } };
  if (!incoming.returned.includes(status)) return fault({ why: 'unknown-status', found: status });
  return reason === '' ? fault({ why: 'missing-reason' }) : { kind: 'read', value: { outcome: 'returned', reason } };
}

/** `2026-12-03`, `20261203` or `2026/12/3`. */
function readSettledOn(text: string): Part<Day | undefined> {
  if (text === '') return { kind: 'read', value: undefined };
  const match = /^(\d{4})([-/]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  const [, year = '', , month = '', dayOfMonth = ''] = match ?? [];
  const day = readDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  return day === undefined ? fault({ why: 'no-such-day', found: text }) : { kind: 'read', value: day };
}
