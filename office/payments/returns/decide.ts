import type { Day } from '../../../values/day.ts';
import { type Fen, yuanText } from '../../../values/fen.ts';
import type { FaultOfReturnFile, LineOutcome, ReturnLine } from '../case.ts';

/** A line of the batch that waits for the bank's answer. */
export interface AwaitedLine {
  readonly line: number;
  readonly reference: string;
  readonly amount: Fen;
}

/** What is held against each other. */
export interface Reconciling {
  readonly awaited: readonly AwaitedLine[];
  readonly answers: readonly ReturnLine[];
  /** Faults found while reading the file. */
  readonly formFaults: readonly FaultOfReturnFile[];
  /** References of the file that belong to another batch, with that batch's number. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** The day on which the batch was released: nothing settles before it. */
  readonly releasedOn: Day;
  /** The day of the import: nothing settles after it, and it stands in where the bank names none. */
  readonly today: Day;
}

export type Reconciled =
  /** Every line of the batch has its answer. */
  | { readonly kind: 'settled'; readonly outcomes: ReadonlyMap<number, LineOutcome> }
  | { readonly kind: 'other-batch'; readonly number: string }
  /** Every fault, in the file's order; nothing may be imported. */
  | { readonly kind: 'faults'; readonly faults: readonly FaultOfReturnFile[] };

/** Holds the bank's answer against the batch: each line answered once, with its own amount, and nothing else in the file. Pure. */
export function reconcile({ awaited, answers, formFaults, elsewhere, ...days }: Reconciling): Reconciled {
  const lines = new Map(awaited.map((line) => [line.reference, line]));
  const own =
    answers.some(({ reference }) => lines.has(reference)) ||
    formFaults.some(({ reference }) => lines.has(reference ?? ''));
  const other = answers.find(({ reference }) => elsewhere.has(reference));
  if (!own && other !== undefined) return { kind: 'other-batch', number: elsewhere.get(other.reference) ?? '' };
  const faults = [
    ...formFaults,
    ...answers.flatMap((answer) => faultsOf(answer, lines.get(answer.reference), elsewhere, days)),
    ...repeated(answers),
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.record ?? 0) - (b.record ?? 0));
  const all = [...faults, ...missing(awaited, answers, formFaults)];
  if (all.length > 0) return { kind: 'faults', faults: all };
  return {
    kind: 'settled',
    outcomes: new Map(answers.map((answer) => [lineOf(answer, lines), outcomeOf(answer, days.today)])),
  };
}

function faultsOf(
  { amount, settledOn, ...answer }: ReturnLine,
  awaited: AwaitedLine | undefined,
  elsewhere: ReadonlyMap<string, string>,
  { releasedOn, today }: Pick<Reconciling, 'releasedOn' | 'today'>,
): readonly FaultOfReturnFile[] {
  const { reference } = answer;
  const place = placeOf(answer);
  if (awaited === undefined) {
    const batchNumber = elsewhere.get(reference);
    return [
      batchNumber === undefined
        ? { ...place, why: 'unknown-reference' }
        : { ...place, why: 'line-of-another-batch', batchNumber },
    ];
  }
  const faults: FaultOfReturnFile[] = [];
  if (amount !== undefined && amount !== awaited.amount) {
    faults.push({ ...place, why: 'wrong-amount', found: yuanText(amount), expected: yuanText(awaited.amount) });
  }
  if (settledOn !== undefined && settledOn > today)
    faults.push({ ...place, why: 'day-in-the-future', found: settledOn });
  if (settledOn !== undefined && settledOn < releasedOn)
    faults.push({ ...place, why: 'day-before-the-release', found: settledOn, expected: releasedOn });
  return faults;
}

function placeOf({ line, record, reference }: Place): Place {
  return { line, ...(record === undefined ? {} : { record }), reference };
}

type Place = Pick<ReturnLine, 'line' | 'record' | 'reference'>;

/** The second and later answers with one reference. */
function repeated(answers: readonly ReturnLine[]): readonly FaultOfReturnFile[] {
  const first = new Map<string, ReturnLine>();
  return answers.flatMap((answer) => {
    const before = first.get(answer.reference);
    if (before === undefined) {
      first.set(answer.reference, answer);
      return [];
    }
    const firstRecord = before.record === undefined ? {} : { firstRecord: before.record };
    return [{ why: 'reference-twice' as const, ...placeOf(answer), firstLine: before.line, ...firstRecord }];
  });
}

const unreadable: ReadonlySet<FaultOfReturnFile['why']> = new Set([
  'not-csv',
  'not-xml',
  'xml-with-document-type',
  'xml-not-utf-8',
] as const);

/** Lines of the batch that the file does not mention, not even on a faulty line. When the file can't be read at all, that says enough. */
function missing(
  awaited: readonly AwaitedLine[],
  answers: readonly ReturnLine[],
  formFaults: readonly FaultOfReturnFile[],
): readonly FaultOfReturnFile[] {
  const mentioned = new Set([...answers, ...formFaults].flatMap(({ reference }) => reference ?? []));
  if (answers.length === 0 && (mentioned.size === 0 || formFaults.some(({ why }) => unreadable.has(why)))) return [];
  return awaited
    .filter(({ reference }) => !mentioned.has(reference))
    .map(({ reference }) => ({ why: 'missing-line', reference }));
}

function lineOf({ reference }: ReturnLine, lines: ReadonlyMap<string, AwaitedLine>): number {
  const awaited = lines.get(reference);
  if (awaited === undefined) throw new Error(`An answer without a line passed the checks: ${reference}`);
  return awaited.line;
}

function outcomeOf({ outcome, reason, settledOn }: ReturnLine, today: Day): LineOutcome {
  const day = settledOn ?? today;
  if (outcome === 'paid') return { outcome, settledOn: day };
  if (reason === undefined) throw new Error('A returned line has its reason');
  return { outcome, settledOn: day, reason };
}
