import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { fen } from '../../values/fen.ts';
import type { BatchId, StaffId } from '../../values/id.ts';
import type { Batch, BatchState, Power, Release } from './case.ts';
import { decideCancel, decideRelease, dueDayOf, type Signing } from './decide.ts';

const fundManager = '00000000-0000-7000-8000-000000000001' as StaffId;
const payer = '00000000-0000-7000-8000-000000000002' as StaffId;
const digest = 'd'.repeat(64);
const release = (power: Power, by: StaffId): Release => ({ power, by, at: new Date(0), digest });
const funds = release('manage-funds', fundManager);
const payOut = release('pay-out', payer);

function batch(progress: BatchState): Batch {
  return {
    id: '00000000-0000-7000-8000-00000000000b' as BatchId,
    number: '2026-0001',
    lineCount: 2,
    total: fen(480_000n),
    digest,
    draftedBy: payer,
    draftedAt: new Date(0),
    payOn: day('2026-12-10'),
    version: 3,
    progress,
  };
}

/** Everything is right; each test changes one fact. */
const signing: Signing = {
  power: 'manage-funds',
  signer: fundManager,
  shown: { version: 3, digest },
  digestNow: digest,
  hasPayer: true,
  notForTheFile: 0,
  available: fen(480_000n),
};

describe('the first release', () => {
  test('the fund manager releases a draft that the deposit covers to the fen', () => {
    expect(decideRelease(batch({ state: 'draft' }), signing)).toEqual({ kind: 'release' });
  });

  test('one fen short is refused, and says what is there and what is needed', () => {
    expect(decideRelease(batch({ state: 'draft' }), { ...signing, available: fen(479_999n) })).toEqual({
      kind: 'deposit-short',
      available: 479_999n,
      total: 480_000n,
    });
  });

  test('the payer does not come first', () => {
    expect(decideRelease(batch({ state: 'draft' }), { ...signing, power: 'pay-out', signer: payer })).toEqual({
      kind: 'funds-come-first',
    });
  });

  test('a stale screen signs nothing', () => {
    expect(decideRelease(batch({ state: 'draft' }), { ...signing, shown: { version: 2, digest } })).toEqual({
      kind: 'stale',
    });
  });

  test('lines that were changed behind the desk are not signed', () => {
    expect(decideRelease(batch({ state: 'draft' }), { ...signing, digestNow: 'e'.repeat(64) })).toEqual({
      kind: 'lines-changed',
    });
  });

  test('a signature over other lines than the batch’s is none', () => {
    expect(
      decideRelease(batch({ state: 'draft' }), { ...signing, shown: { version: 3, digest: 'e'.repeat(64) } }),
    ).toEqual({ kind: 'lines-changed' });
  });

  test('a name that the bank’s file can’t carry stops the batch before any money', () => {
    expect(decideRelease(batch({ state: 'draft' }), { ...signing, notForTheFile: 2 })).toEqual({
      kind: 'not-for-the-file',
      lines: 2,
    });
  });
});

describe('the second release', () => {
  const second: Signing = { ...signing, power: 'pay-out', signer: payer };

  test('the payer releases what the fund manager released', () => {
    expect(decideRelease(batch({ state: 'funds-released', funds }), second)).toEqual({ kind: 'release' });
  });

  test('one person never makes both', () => {
    expect(decideRelease(batch({ state: 'funds-released', funds }), { ...second, signer: fundManager })).toEqual({
      kind: 'same-person',
    });
  });

  test('funds are not released twice', () => {
    expect(decideRelease(batch({ state: 'funds-released', funds }), signing)).toEqual({ kind: 'already-released' });
  });

  test.each<BatchState>([
    { state: 'released', funds, payOut },
    { state: 'reconciled', funds, payOut },
  ])('a batch that is $state takes no signature', (progress) => {
    expect(decideRelease(batch(progress), second)).toEqual({ kind: 'already-released' });
  });

  test('a cancelled batch takes none', () => {
    expect(decideRelease(batch({ state: 'cancelled' }), signing)).toEqual({ kind: 'cancelled' });
  });
});

describe('taking a batch back', () => {
  test.each<BatchState>([{ state: 'draft' }, { state: 'funds-released', funds }])(
    'is possible while it is $state',
    (progress) => {
      expect(decideCancel(batch(progress), 3)).toEqual({ kind: 'cancel' });
    },
  );

  test('not once the money has left', () => {
    expect(decideCancel(batch({ state: 'released', funds, payOut }), 3)).toEqual({ kind: 'already-released' });
    expect(decideCancel(batch({ state: 'reconciled', funds, payOut }), 3)).toEqual({ kind: 'already-released' });
  });

  test('not twice, and not from a stale screen', () => {
    expect(decideCancel(batch({ state: 'cancelled' }), 3)).toEqual({ kind: 'already-cancelled' });
    expect(decideCancel(batch({ state: 'draft' }), 2)).toEqual({ kind: 'stale' });
  });
});

describe('when a granted payment is due', () => {
  test.each([
    ['2026-01-05', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-31', '2026-03-31'],
    ['2026-04-01', '2026-06-01'],
    ['2026-11-22', '2026-12-01'],
    ['2026-12-31', '2026-12-31'],
  ])('quarterly, granted on %s: from %s', (granted, due) => {
    expect(dueDayOf('quarterly', day(granted))).toBe(due);
  });

  test('monthly and once: at once', () => {
    expect(dueDayOf('monthly', day('2026-11-22'))).toBe('2026-11-22');
    expect(dueDayOf('once', day('2026-02-28'))).toBe('2026-02-28');
  });

  test('yearly: in December', () => {
    expect(dueDayOf('yearly', day('2026-02-28'))).toBe('2026-12-01');
    expect(dueDayOf('yearly', day('2026-12-24'))).toBe('2026-12-24');
  });
});
