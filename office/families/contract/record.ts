import { z } from 'zod';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import { dayText, divisionName, idOf, localized } from '../../hall/contract/wire.ts';
import { looksUp, oneOfRecords, staffReads } from '../../hall/contract/problem.ts';

const kinshipKind = z.enum(['parent', 'spouse', 'guardian']);

/** A person in an opened record, in full. */
export const personRecord = z.object({
  id: idOf<PersonId>(),
  name: z.string(),
  birth: dayText,
  nationality: z.string().length(2).optional(),
  identity: z.string().optional(),
  phone: z.string().optional(),
  residence: divisionName,
  diedOn: dayText.optional(),
  /** Sent back with a correction: a stale tab is told what changed meanwhile. */
  version: z.number().int(),
});

const kinship = z.object({ kind: kinshipKind, from: idOf<PersonId>(), to: idOf<PersonId>() });

const account = z.object({
  id: idOf<AccountId>(),
  personId: idOf<PersonId>(),
  bank: z.string(),
  holderName: z.string(),
  last4: z.string(),
});

/** `GET /api/office/families/:id?purpose=`: the record opened; the look is logged and the family can read it. */
export const familyRecord = z.object({
  id: idOf<FamilyId>(),
  residence: divisionName,
  people: z.array(personRecord),
  kinships: z.array(kinship),
  /** Accounts that are in use; numbers only by their last four digits. */
  accounts: z.array(account),
  /** Why it was opened, as the family will read it. */
  purpose: localized,
});

/** `GET /api/my/record`: what the office holds of this family, and why. */
export const myRecord = z.object({
  family: familyRecord.omit({ purpose: true }).optional(),
  fields: z.array(z.object({ table: z.string(), words: localized, purpose: localized, basis: localized })),
});

export const familyRecordProblems = [...staffReads, ...looksUp, ...oneOfRecords] as const;

export type PersonRecord = z.infer<typeof personRecord>;
export type FamilyRecord = z.infer<typeof familyRecord>;
export type MyRecord = z.infer<typeof myRecord>;
