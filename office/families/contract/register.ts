import { z } from 'zod';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import { divisionCode, idOf, localized } from '../../hall/contract/wire.ts';
import { looksUp, oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

/** A person as entered at the counter or by the family itself. Every field is checked again by the desk, with a sentence for each fault. */
const personInput = z.object({
  name: z.string().max(200),
  /** May be left out when the identity number tells it. */
  birth: z.string().max(20).optional(),
  identity: z.string().max(40).optional(),
  phone: z.string().max(40).optional(),
  nationality: z.string().max(2).optional(),
});

export const accountInput = z.object({
  bank: z.string().max(100),
  holderName: z.string().max(200),
  number: z.string().max(60),
});

/** `POST /api/office/families`: enters a family with an adult, or adds a person to one (`familyId`). */
export const enterFamily = z.object({
  purpose: z.string().min(1),
  familyId: idOf<FamilyId>().optional(),
  residence: divisionCode,
  adult: personInput.optional(),
  child: personInput.optional(),
  /** How the adult, or `adultId` of the family, is linked to the child. */
  link: z.enum(['parent', 'guardian']).optional(),
  adultId: idOf<PersonId>().optional(),
  account: accountInput.optional(),
});

/** `201`: what was entered. `warnings` are sentences that don't stop anything (an account number whose check digit is wrong). */
export const entered = z.object({
  familyId: idOf<FamilyId>(),
  adultId: idOf<PersonId>().optional(),
  childId: idOf<PersonId>().optional(),
  accountId: idOf<AccountId>().optional(),
  warnings: z.array(localized),
});

/** `POST /api/office/people/:id/account`: another account for a person (a returned payment is corrected by payments). */
export const addAccount = accountInput.extend({ purpose: z.string().min(1) });

/** Why nothing is entered; `come-to-the-counter` is all that a family is told of other people's numbers. */
export const entryRefused = ['faults', 'identity-of-another', 'phone-of-another', 'come-to-the-counter'] as const;
export const enterFamilyProblems = [...staffWrites, ...looksUp, ...oneOfRecords, ...entryRefused] as const;
export const addAccountProblems = [...staffWrites, ...looksUp, ...oneOfRecords, 'faults'] as const;

export type EntryProblem = (typeof oneOfRecords | typeof entryRefused)[number];

export type PersonInput = z.infer<typeof personInput>;
export type AccountInput = z.infer<typeof accountInput>;
export type EnterFamily = z.infer<typeof enterFamily>;
export type Entered = z.infer<typeof entered>;
