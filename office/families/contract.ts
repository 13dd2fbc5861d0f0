import { z } from 'zod';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import { localized, dayText, divisionCode, divisionName, idOf, instantText } from '../hall/contract/wire.ts';

// What crosses the wire between the families desk and its screens.

const kinshipKind = z.enum(['parent', 'spouse', 'guardian']);

/** One line of a look-up: enough to tell people apart, masked. */
const personLine = z.object({
  id: idOf<PersonId>(),
  familyId: idOf<FamilyId>(),
  /** `王*兰` */
  maskedName: z.string(),
  /** `990101********0021` */
  maskedIdentity: z.string().optional(),
  /** `199****0042` */
  maskedPhone: z.string().optional(),
  birth: dayText,
  residence: divisionName,
  alive: z.boolean(),
});

/** `GET /api/office/people?q=&purpose=`; `purpose` is a key of `GET /api/office/purposes`. */
export const lookUpQuery = z.object({ q: z.string().min(1).max(60), purpose: z.string().min(1) });

export const lookUpAnswer = z.object({
  people: z.array(personLine),
  /** More were found than are shown: ask for more of the name. */
  more: z.boolean(),
  /** By what was searched: shown above the list. */
  by: z.enum(['identity', 'phone', 'name', 'pinyin']),
});

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

/** `PATCH /api/office/people/:id`: only what is to be corrected. `null` removes what may be absent. */
export const correctPerson = z.object({
  purpose: z.string().min(1),
  version: z.number().int(),
  name: z.string().max(200).optional(),
  birth: z.string().max(20).optional(),
  identity: z.string().max(40).nullable().optional(),
  phone: z.string().max(40).nullable().optional(),
  nationality: z.string().max(2).nullable().optional(),
  diedOn: z.string().max(20).nullable().optional(),
});

/** `409` to a stale correction: the record as it stands, and for each field that differs what stands there and what was sent. */
export const staleCorrection = z.object({
  now: personRecord,
  differences: z.array(z.object({ field: z.string(), words: localized, now: z.string(), sent: z.string() })),
});

/** `POST /api/office/people/:id/account`: another account for a person (a returned payment is mended by payments). */
export const addAccount = accountInput.extend({ purpose: z.string().min(1) });

/** `POST /api/my/sign-in/code` */
export const askForCode = z.object({ phone: z.string().max(40) });
/** `sampleCode` only in a sample county, where no message is sent. */
export const codeSent = z.object({
  maskedPhone: z.string(),
  validMinutes: z.number().int(),
  sampleCode: z.string().optional(),
});
/** `POST /api/my/sign-in` */
export const signInWithCode = z.object({ phone: z.string().max(40), code: z.string().max(20) });
export const signedInFamily = z.object({
  formToken: z.string(),
  expiresAt: instantText,
  /** False for a phone that is not in the register yet. */
  registered: z.boolean(),
});

/** `GET /api/my/session` */
export const mySession = z.object({
  formToken: z.string(),
  maskedPhone: z.string(),
  /** False for a phone that is not in the register yet. */
  registered: z.boolean(),
  name: z.string().optional(),
});

/** `GET /api/my/record`: what the office holds of this family, and why. */
export const myRecord = z.object({
  family: familyRecord.omit({ purpose: true }).optional(),
  fields: z.array(z.object({ table: z.string(), words: localized, purpose: localized, basis: localized })),
});

export type PersonLine = z.infer<typeof personLine>;
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
export type PersonRecord = z.infer<typeof personRecord>;
export type FamilyRecord = z.infer<typeof familyRecord>;
export type PersonInput = z.infer<typeof personInput>;
export type AccountInput = z.infer<typeof accountInput>;
export type EnterFamily = z.infer<typeof enterFamily>;
export type Entered = z.infer<typeof entered>;
export type CorrectPerson = z.infer<typeof correctPerson>;
export type StaleCorrection = z.infer<typeof staleCorrection>;
export type MyRecord = z.infer<typeof myRecord>;
