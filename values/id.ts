declare const ofWhat: unique symbol;

/** A UUID of one kind of thing: a `CaseId` where a `PersonId` is wanted does not compile. */
export type Id<Of extends string> = string & { readonly [ofWhat]: Of };

export type PersonId = Id<'person'>;
export type FamilyId = Id<'family'>;
export type AccountId = Id<'account'>;
export type OfficeId = Id<'office'>;
export type StaffId = Id<'staff'>;
export type CaseId = Id<'case'>;
export type DocumentId = Id<'document'>;
export type EntitlementId = Id<'entitlement'>;
export type PaymentId = Id<'payment'>;
export type BatchId = Id<'batch'>;
export type NoticeId = Id<'notice'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an id from outside; undefined when the text is not a lower-case UUID. */
export function readId<Of extends string>(text: string): Id<Of> | undefined {
  return uuid.test(text) ? (text as Id<Of>) : undefined;
}
