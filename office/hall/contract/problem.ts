import { z } from 'zod';
import type { EndOfSession } from '../who/session.ts';

/** Faults as every endpoint reports them (RFC 9457), `title` and `detail` in the reader's language. */
export const problem = z.object({
  type: z.string().optional(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** Stable, for programs: `stale-version`, `no-such-duty`. */
  code: z.string(),
  /** For bad input: every fault at once, with the place in what was sent (`/child/birth`). */
  faults: z.array(z.object({ at: z.string(), detail: z.string() })).optional(),
});

// Closed lists of codes. Each scene's contract has the lists of its endpoints, made of these and of its own.

/** No county answers at the address that was asked; or it is a province's, where nobody serves families. */
export const atAnAddress = ['no-such-address', 'no-county-yet', 'only-figures-here'] as const;
/** A province's own scenes, asked for at another address. */
export const atAProvince = ['no-province-here'] as const;

/** Nobody is signed in, or no longer. */
const noSession = [
  ...atAnAddress,
  'not-signed-in',
  'signed-out',
  'password-changed',
  'closed-by-office',
  'expired',
] as const satisfies readonly ((typeof atAnAddress)[number] | 'not-signed-in' | EndOfSession)[];

/** Of a family that reads, and of a family that hands something in. */
export const familyReads = noSession;
export const familyWrites = [...noSession, 'stale-form'] as const;

/** Of a staff member who reads, and of one who acts. */
export const staffReads = [...noSession, 'no-such-duty'] as const;
export const staffWrites = [...staffReads, 'stale-form'] as const;

/** What exists not, and what lies beyond the asker's division: one answer for both. */
export const oneOfRecords = ['no-such-record'] as const;
/** Where people are looked up: without a purpose from the list, nobody is. */
export const looksUp = ['no-purpose'] as const;
/** Where a secret could be guessed. */
export const limited = ['too-many-tries'] as const;

/** Codes that any desk may answer with. */
export type HallProblem = (
  | typeof staffWrites
  | typeof oneOfRecords
  | typeof atAProvince
  | typeof looksUp
  | typeof limited
)[number];
