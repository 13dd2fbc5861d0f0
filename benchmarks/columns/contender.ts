import type { Knowledge, People } from './people.ts';

/** The eleven named steps of policy.md, in its order. Booleans count as 0 and 1, money is fen. */
export const variables = [
  'age',
  'isMinor',
  'isElder',
  'householdSize',
  'minors',
  'elders',
  'householdIncome',
  'incomeLine',
  'isPoor',
  'supplement',
  'allowance',
] as const;

/** What every run must come to, and the same for all. */
export interface Totals {
  readonly eligible: number;
  /** Sum over the eligible. */
  readonly amountFen: bigint;
  /** Rows whose outcome is open; 0 where all is known. */
  readonly undetermined: number;
}

/**
 * For a variable, for `outcome` (1 eligible, 0 not, 2 undetermined) or for `amount` (0 where not eligible): the sum of value × (row % 251 +
 * 1), so that two rows that change places are noticed.
 */
export type Checksums = Readonly<Record<string, bigint>>;

export interface Run {
  /** Of filling the columns `outcome` and `amount` alone, as the contender measures it in its own process; not of their totals. */
  readonly milliseconds: number;
  readonly totals: Totals;
}

/** A contender that has the data and waits. */
export interface Ready {
  /** Where it compiles what it runs: milliseconds from nothing to the first shard's results. */
  readonly coldMilliseconds?: number;
  /** Determines everybody once. */
  run(): Promise<Run>;
  /** Of the variables it can show, of `outcome` and `amount`; not timed. */
  checksums(): Promise<Checksums>;
  close(): Promise<void>;
}

/** It can't take part on this machine, and why. */
export interface Absent {
  readonly kind: 'absent';
  readonly because: string;
}

export type Prepared = { readonly kind: 'ready'; readonly ready: Ready } | Absent;

/** For a peer that isn't ours: what keeps it from being made ready here keeps it, and nobody else, from taking part. */
export async function readyOrAbsent(make: () => Promise<Ready>): Promise<Prepared> {
  try {
    return { kind: 'ready', ready: await make() };
  } catch (error) {
    const lines = String(error).trim().split('\n');
    // Of a command that failed, what it complained of says more than how it was called.
    const told = lines.find((line) => !line.startsWith('Error: Command failed')) ?? lines[0] ?? '';
    return { kind: 'absent', because: told.slice(0, 300) };
  }
}

export interface Contender {
  /** As its figures are called: `c`, `openFiscaCalculate`. */
  readonly name: string;
  /** The most people it determines; beyond, its rate is taken from that many. Absent: all. */
  readonly most?: number;
  /** Of people about whom all is known, or not. Absent: `complete`. */
  readonly knowledge?: Knowledge;
  /**
   * Takes the people over: compiles, loads. `folder` holds all people, completely known, as raw files (files.ts).
   */
  prepare(people: People, folder: string): Promise<Prepared>;
}

export const checkWeight = (row: number): number => (row % 251) + 1;
