import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { ReturnLine } from '../case.ts';
import { type AwaitedLine, type Reconciling, reconcile } from './decide.ts';

const awaited: readonly AwaitedLine[] = [
  { line: 1, reference: 'A-1', amount: fen(360_000n) },
  { line: 2, reference: 'A-2', amount: fen(120_000n) },
];
const answers: readonly ReturnLine[] = [
  { line: 2, reference: 'A-1', amount: fen(360_000n), outcome: 'paid', settledOn: day('2026-12-10') },
  { line: 3, reference: 'A-2', amount: fen(120_000n), outcome: 'returned', reason: '账户已销户' },
];
/** Everything is right; each test changes one fact. */
const right: Reconciling = {
  awaited,
  answers,
  formFaults: [],
  elsewhere: new Map(),
  releasedOn: day('2026-12-09'),
  today: day('2026-12-11'),
};
const second = answers[1] as ReturnLine;

test('every line of the batch learns how it ended; without a day of the bank it is today', () => {
  expect(reconcile(right)).toEqual({
    kind: 'settled',
    outcomes: new Map([
      [1, { outcome: 'paid', settledOn: '2026-12-10' }],
      [2, { outcome: 'returned', settledOn: '2026-12-11', reason: '账户已销户' }],
    ]),
  });
});

test('a message that does not repeat amounts is held against the references alone', () => {
  const bare = answers.map(({ line, reference, outcome }) => ({ line, reference, outcome, reason: '账户已销户' }));
  expect(reconcile({ ...right, answers: bare }).kind).toBe('settled');
});

test('another amount is refused, with both amounts', () => {
  const wrong = { ...second, amount: fen(120_001n) };
  expect(reconcile({ ...right, answers: [...answers.slice(0, 1), wrong] })).toEqual({
    kind: 'faults',
    faults: [{ why: 'wrong-amount', line: 3, reference: 'A-2', found: '1,200.01', expected: '1,200.00' }],
  });
});

test('a day before the batch was released is refused; the day of the release is not', () => {
  const on = (settledOn: string) => [{ ...second, settledOn: day(settledOn) }, ...answers.slice(0, 1)];
  expect(reconcile({ ...right, answers: on('1900-01-01') })).toEqual({
    kind: 'faults',
    faults: [{ why: 'day-before-the-release', line: 3, reference: 'A-2', found: '1900-01-01', expected: '2026-12-09' }],
  });
  expect(reconcile({ ...right, answers: on('2026-12-09') }).kind).toBe('settled');
});

test('a line that the bank left out is missed', () => {
  expect(reconcile({ ...right, answers: answers.slice(0, 1) })).toEqual({
    kind: 'faults',
    faults: [{ why: 'missing-line', reference: 'A-2' }],
  });
});

test('a reference that comes twice is refused, and says where it stood first', () => {
  expect(reconcile({ ...right, answers: [...answers, { ...second, line: 4 }] })).toEqual({
    kind: 'faults',
    faults: [{ why: 'reference-twice', line: 4, reference: 'A-2', firstLine: 3 }],
  });
});

test('an unknown reference and one of another batch among our own are told apart', () => {
  const strangers: readonly ReturnLine[] = [
    { line: 4, reference: 'X-9', outcome: 'paid' },
    { line: 5, reference: 'B-1', outcome: 'paid' },
  ];
  expect(
    reconcile({ ...right, answers: [...answers, ...strangers], elsewhere: new Map([['B-1', '2026-0009']]) }),
  ).toEqual({
    kind: 'faults',
    faults: [
      { why: 'unknown-reference', line: 4, reference: 'X-9' },
      { why: 'line-of-another-batch', line: 5, reference: 'B-1', batchNumber: '2026-0009' },
    ],
  });
});

test('a file that answers another batch altogether is that batch’s file', () => {
  const others: readonly ReturnLine[] = [{ line: 2, reference: 'B-1', outcome: 'paid' }];
  expect(reconcile({ ...right, answers: others, elsewhere: new Map([['B-1', '2026-0009']]) })).toEqual({
    kind: 'other-batch',
    number: '2026-0009',
  });
});

test('a day that is still to come is refused', () => {
  const early = { ...second, settledOn: day('2026-12-12') };
  expect(reconcile({ ...right, answers: [...answers.slice(0, 1), early] })).toEqual({
    kind: 'faults',
    faults: [{ why: 'day-in-the-future', line: 3, reference: 'A-2', found: '2026-12-12' }],
  });
});

test('all faults come at once, in the order of the file, and a line that is faulty is not also missing', () => {
  const faulty = reconcile({
    ...right,
    answers: [{ line: 5, reference: 'X-9', outcome: 'paid' }],
    formFaults: [{ why: 'amount-with-more-than-two-decimals', line: 2, reference: 'A-1', found: '3600.000' }],
  });
  expect(faulty).toEqual({
    kind: 'faults',
    faults: [
      { why: 'amount-with-more-than-two-decimals', line: 2, reference: 'A-1', found: '3600.000' },
      { why: 'unknown-reference', line: 5, reference: 'X-9' },
      { why: 'missing-line', reference: 'A-2' },
    ],
  });
});

test('a file that can’t be read at all says that, and not that every line is missing', () => {
  expect(reconcile({ ...right, answers: [], formFaults: [{ why: 'not-text' }] })).toEqual({
    kind: 'faults',
    faults: [{ why: 'not-text' }],
  });
});

test('a message that breaks off within an answer names it, and no other line is called missing', () => {
  const broken = { why: 'not-xml', line: 1, character: 930, record: 2, reference: 'A-2' } as const;
  expect(reconcile({ ...right, answers: [], formFaults: [broken] })).toEqual({ kind: 'faults', faults: [broken] });
});

test('where all answers stand in one line, they are told apart and ordered by their number', () => {
  const inOneLine = [second, ...answers].map((answer, index) => ({ ...answer, line: 1, record: index + 1 }));
  const unknown = { line: 1, record: 2, why: 'unknown-status', found: 'WHAT' } as const;
  expect(reconcile({ ...right, answers: inOneLine, formFaults: [unknown] })).toEqual({
    kind: 'faults',
    faults: [unknown, { why: 'reference-twice', line: 1, record: 3, reference: 'A-2', firstLine: 1, firstRecord: 1 }],
  });
});
