// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType } from 'kysely';

/** Read as a Date; written as a Date or ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Read as parsed JSON; written as JSON text. */
type Json = ColumnType<unknown, string, string>;
/** Has a default: may be left out. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

interface AccessLogTable {
  readonly county: string;
  readonly id: string;
  readonly at: Instant;
  readonly actorKind: 'staff' | 'family' | 'system';
  readonly actorId: string | null;
  readonly actorName: string;
  readonly duty: string | null;
  readonly officeZh: string;
  readonly officeEn: string;
  readonly personId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly caseId: string | null;
  readonly what: string;
  readonly purpose: string;
}

interface AccountTable {
  readonly county: string;
  readonly id: string;
  readonly personId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly bank: string;
  readonly holderName: string;
  readonly numberSealed: Buffer;
  readonly numberBlind: string;
  readonly numberLast4: string;
  readonly createdAt: Instant;
  readonly closedAt: MaybeInstant;
}

interface ApplicationDraftTable {
  readonly county: string;
  readonly id: string;
  readonly phoneBlind: string;
  readonly bodySealed: Buffer;
  readonly updatedAt: Instant;
  readonly expiresAt: Instant;
}

interface AuditEntryTable {
  readonly county: string;
  readonly id: string;
  readonly at: Instant;
  readonly actorKind: 'staff' | 'family' | 'system';
  readonly actorId: string | null;
  readonly duty: string | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly purpose: string | null;
  readonly detail: Generated<Json>;
}

interface BankFileTable {
  readonly county: string;
  readonly batchId: string;
  readonly format: 'csv' | 'pain.001';
  readonly fileDigest: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

interface BankProfileTable {
  readonly county: string;
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly layout: Json;
}

interface BatchLineTable {
  readonly county: string;
  readonly batchId: string;
  readonly line: number;
  readonly paymentId: string;
  readonly endToEnd: string;
  readonly payeeName: string;
  readonly bank: string;
  readonly numberSealed: Buffer;
  readonly numberLast4: string;
  readonly remark: string;
  readonly amountFen: bigint;
  readonly outcome: 'paid' | 'returned' | 'cancelled' | null;
  readonly returnReason: string | null;
  readonly settledOn: string | null;
}

interface BatchReleaseTable {
  readonly county: string;
  readonly batchId: string;
  readonly power: 'manage-funds' | 'pay-out';
  readonly staffId: string;
  readonly at: Instant;
  readonly digest: string;
}

interface BenefitCaseTable {
  readonly county: string;
  readonly id: string;
  readonly receipt: string;
  readonly policy: string;
  readonly policyVersion: string;
  readonly period: string;
  readonly subjectId: string;
  readonly applicantId: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly residence: string;
  readonly origin: 'phone' | 'counter';
  readonly state: 'received' | 'correcting' | 'reviewed' | 'granted' | 'refused' | 'withdrawn';
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly dueProvisional: boolean;
  readonly waitingSince: string | null;
  readonly facts: Json;
  readonly determination: Json;
  readonly amountFen: bigint | null;
  readonly submissionKey: string;
  readonly version: Generated<number>;
  readonly closedOn: string | null;
}

interface CaseDocumentTable {
  readonly county: string;
  readonly id: string;
  readonly caseId: string;
  readonly requirement: string;
  readonly fileDigest: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly addedAt: Instant;
}

interface CaseEventTable {
  readonly county: string;
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly duty: string | null;
  readonly officeZh: string | null;
  readonly officeEn: string | null;
  readonly kind: 'received' | 'correction-asked' | 'corrected' | 'review-passed' | 'review-refused' | 'sent-back' | 'confirmed' | 'refused' | 'withdrawn' | 'deadline-moved';
  readonly body: Generated<Json>;
}

interface CaseHandTable {
  readonly county: string;
  readonly caseId: string;
  readonly staffId: string;
  readonly step: 'receive' | 'review' | 'confirm' | 'release-funds' | 'pay-out';
}

interface DecisionTable {
  readonly county: string;
  readonly caseId: string;
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly amountFen: bigint | null;
  readonly reasons: Json;
  readonly remedies: Json;
  readonly decidedOn: string;
  readonly decidedBy: string;
}

interface DivisionTable {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

interface EntitlementTable {
  readonly county: string;
  readonly id: string;
  readonly caseId: string;
  readonly policy: string;
  readonly subjectId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly period: string;
  readonly amountFen: bigint;
  readonly accountId: string;
  readonly grantedOn: string;
}

interface FamilyTable {
  readonly county: string;
  readonly id: string;
  readonly residence: string;
  readonly createdAt: Instant;
}

interface KinshipTable {
  readonly county: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: 'parent' | 'spouse' | 'guardian';
  readonly familyId: string;
  readonly residence: string;
}

interface LedgerAccountTable {
  readonly county: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: 'asset' | 'liability' | 'expense' | 'source';
}

interface LedgerEntryTable {
  readonly county: string;
  readonly transactionId: string;
  readonly line: number;
  readonly account: string;
  readonly debitFen: Generated<bigint>;
  readonly creditFen: Generated<bigint>;
}

interface LedgerTransactionTable {
  readonly county: string;
  readonly id: string;
  readonly at: Instant;
  readonly onDay: string;
  readonly what: 'appropriation' | 'grant' | 'release' | 'settlement' | 'return' | 'correction';
  readonly caseId: string | null;
  readonly batchId: string | null;
}

interface MigrationTable {
  readonly number: number;
  readonly name: string;
  readonly digest: string;
  readonly appliedAt: Generated<Instant>;
}

interface NoticeTable {
  readonly county: string;
  readonly id: string;
  readonly personId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly channel: 'sms' | 'site';
  readonly wordsZh: string;
  readonly wordsEn: string;
  readonly createdAt: Instant;
  readonly sentAt: MaybeInstant;
  readonly failed: string | null;
}

interface OfficeTable {
  readonly county: string;
  readonly id: string;
  readonly division: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

interface PaymentTable {
  readonly county: string;
  readonly id: string;
  readonly entitlementId: string;
  readonly caseId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly period: string;
  readonly amountFen: bigint;
  readonly purposeZh: string;
  readonly purposeEn: string;
  readonly payeeId: string;
  readonly accountId: string;
  readonly state: 'due' | 'in-batch' | 'paid' | 'returned' | 'cancelled';
  readonly dueOn: string;
  readonly paidOn: string | null;
  readonly returnedOn: string | null;
  readonly returnReason: string | null;
  readonly version: Generated<number>;
}

interface PaymentBatchTable {
  readonly county: string;
  readonly id: string;
  readonly number: string;
  readonly state: 'draft' | 'funds-released' | 'released' | 'reconciled' | 'cancelled';
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly digest: string;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly payOn: string;
  readonly version: Generated<number>;
}

interface PersonTable {
  readonly county: string;
  readonly id: string;
  readonly familyId: string;
  readonly name: string;
  readonly nameSort: string;
  readonly birth: string;
  readonly nationality: string | null;
  readonly residence: string;
  readonly identitySealed: Buffer | null;
  readonly identityBlind: string | null;
  readonly phoneSealed: Buffer | null;
  readonly phoneBlind: string | null;
  readonly diedOn: string | null;
  readonly createdAt: Instant;
  readonly version: Generated<number>;
}

interface PersonNameKeyTable {
  readonly county: string;
  readonly key: string;
  readonly personId: string;
  readonly residence: string;
}

interface ReceiptNumberTable {
  readonly county: string;
  readonly year: number;
  readonly last: number;
}

interface ReturnFileTable {
  readonly county: string;
  readonly id: string;
  readonly batchId: string;
  readonly format: 'csv' | 'pain.002';
  readonly fileDigest: string;
  readonly importedAt: Instant;
  readonly importedBy: string;
  readonly paidCount: number;
  readonly returnedCount: number;
}

interface SessionTable {
  readonly county: string;
  readonly tokenHash: string;
  readonly kind: string;
  readonly staffId: string | null;
  readonly phoneBlind: string | null;
  readonly phoneSealed: Buffer | null;
  readonly formToken: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: MaybeInstant;
  readonly endedBecause: 'signed-out' | 'password-changed' | 'closed-by-office' | null;
}

interface SignInCodeTable {
  readonly county: string;
  readonly phoneBlind: string;
  readonly codeHash: string;
  readonly tries: Generated<number>;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

interface SignInLimitTable {
  readonly county: string;
  readonly keyBlind: string;
  readonly count: number;
  readonly startedAt: Instant;
  readonly until: Instant;
}

interface StaffTable {
  readonly county: string;
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly signInName: string;
  readonly active: Generated<boolean>;
}

interface StaffDutyTable {
  readonly county: string;
  readonly staffId: string;
  readonly duty: 'receive' | 'review' | 'confirm' | 'manage-funds' | 'pay-out' | 'supervise' | 'author-policy' | 'administer';
  readonly division: string;
  readonly grantedBy: string | null;
  readonly grantedAt: Instant;
}

interface StaffPasswordTable {
  readonly county: string;
  readonly staffId: string;
  readonly hash: string;
  readonly changedAt: Instant;
}

interface WorkingDayChangeTable {
  readonly day: string;
  readonly kind: 'holiday' | 'make-up';
  readonly name: string;
}

interface WorkingYearTable {
  readonly year: number;
  readonly notice: string;
}

export interface Tables {
  readonly accessLog: AccessLogTable;
  readonly account: AccountTable;
  readonly applicationDraft: ApplicationDraftTable;
  readonly auditEntry: AuditEntryTable;
  readonly bankFile: BankFileTable;
  readonly bankProfile: BankProfileTable;
  readonly batchLine: BatchLineTable;
  readonly batchRelease: BatchReleaseTable;
  readonly benefitCase: BenefitCaseTable;
  readonly caseDocument: CaseDocumentTable;
  readonly caseEvent: CaseEventTable;
  readonly caseHand: CaseHandTable;
  readonly decision: DecisionTable;
  readonly division: DivisionTable;
  readonly entitlement: EntitlementTable;
  readonly family: FamilyTable;
  readonly kinship: KinshipTable;
  readonly ledgerAccount: LedgerAccountTable;
  readonly ledgerEntry: LedgerEntryTable;
  readonly ledgerTransaction: LedgerTransactionTable;
  readonly migration: MigrationTable;
  readonly notice: NoticeTable;
  readonly office: OfficeTable;
  readonly payment: PaymentTable;
  readonly paymentBatch: PaymentBatchTable;
  readonly person: PersonTable;
  readonly personNameKey: PersonNameKeyTable;
  readonly receiptNumber: ReceiptNumberTable;
  readonly returnFile: ReturnFileTable;
  readonly session: SessionTable;
  readonly signInCode: SignInCodeTable;
  readonly signInLimit: SignInLimitTable;
  readonly staff: StaffTable;
  readonly staffDuty: StaffDutyTable;
  readonly staffPassword: StaffPasswordTable;
  readonly workingDayChange: WorkingDayChangeTable;
  readonly workingYear: WorkingYearTable;
}
