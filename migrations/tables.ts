// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Localized = ColumnType<{ readonly 'zh-CN': string; readonly en: string; readonly [language: string]: string }, string, string>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

interface AccessLog {
  readonly actorId: string | null;
  readonly actorKind: "staff" | "family" | "system";
  readonly actorName: string;
  readonly at: Timestamp;
  readonly county: string;
  readonly duty: string | null;
  readonly familyId: string;
  readonly id: string;
  readonly matterId: string | null;
  readonly matterKind: string | null;
  readonly office: Localized;
  readonly opening: string;
  readonly personId: string;
  readonly purpose: string;
  readonly purposeRef: string | null;
  readonly residence: string;
  readonly what: string;
}

interface Account {
  readonly bank: string;
  readonly closedAt: Timestamp | null;
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly familyId: string;
  readonly holderName: string;
  readonly id: string;
  readonly numberBlind: string;
  readonly numberLast4: string;
  readonly numberSealed: Buffer;
  readonly personId: string;
  readonly residence: string;
}

interface ApplicationDraft {
  readonly bodySealed: Buffer;
  readonly county: string;
  readonly expiresAt: Timestamp;
  readonly id: string;
  readonly kind: "application" | "correction";
  readonly phoneBlind: string;
  readonly updatedAt: Timestamp;
}

interface AuditEntry {
  readonly act: string;
  readonly actorId: string | null;
  readonly actorKind: "staff" | "family" | "system" | "province";
  readonly at: Timestamp;
  readonly county: string;
  readonly detail: Generated<ColumnType<unknown, string, string>>;
  readonly duty: string | null;
  readonly id: string;
  readonly purpose: string | null;
  readonly purposeRef: string | null;
  readonly subjectId: string;
  readonly subjectKind: string;
}

interface BankFile {
  readonly batchId: string;
  readonly county: string;
  readonly fileDigest: string;
  readonly format: "csv" | "pain.001";
  readonly madeAt: Timestamp;
  readonly madeBy: string;
}

interface BankProfile {
  readonly county: string;
  readonly key: string;
  readonly layout: ColumnType<unknown, string, string> | null;
  readonly payer: ColumnType<unknown, string, string>;
}

interface BatchLine {
  readonly amountFen: bigint;
  readonly bank: string;
  readonly batchId: string;
  readonly county: string;
  readonly endToEnd: string;
  readonly line: number;
  readonly numberLast4: string;
  readonly numberSealed: Buffer;
  readonly outcome: "paid" | "returned" | "cancelled" | null;
  readonly payeeName: string;
  readonly paymentId: string;
  readonly remark: string;
  readonly returnReason: string | null;
  readonly settledOn: string | null;
}

interface BatchRelease {
  readonly at: Timestamp;
  readonly batchId: string;
  readonly county: string;
  readonly digest: string;
  readonly power: "manage-funds" | "pay-out";
  readonly staffId: string;
}

interface BenefitCase {
  readonly accountId: string;
  readonly amountFen: bigint | null;
  readonly applicantId: string;
  readonly articles: string[];
  readonly because: ColumnType<unknown, string, string>;
  readonly closedOn: string | null;
  readonly county: string;
  readonly determinationDigest: string;
  readonly dueOn: string;
  readonly dueProvisional: boolean;
  readonly engine: string | null;
  readonly facts: ColumnType<unknown, string, string>;
  readonly familyId: string;
  readonly id: string;
  readonly origin: "phone" | "counter";
  readonly outcome: "eligible" | "not-eligible" | "undetermined";
  readonly period: string;
  readonly policy: string;
  readonly policyDigest: string | null;
  readonly receipt: string;
  readonly receivedOn: string;
  readonly residence: string;
  readonly state: "received" | "correcting" | "reviewed" | "granted" | "refused" | "withdrawn";
  readonly subjectId: string;
  readonly submissionKey: string;
  readonly version: Generated<number>;
  readonly waitingSince: string | null;
}

interface CaseDocument {
  readonly addedAt: Timestamp;
  readonly caseId: string;
  readonly county: string;
  readonly fileDigest: string;
  readonly id: string;
  readonly mediaType: string;
  readonly requirement: string;
  readonly sizeBytes: number;
}

interface CaseEvent {
  readonly actorId: string | null;
  readonly actorKind: string;
  readonly actorName: string;
  readonly at: Timestamp;
  readonly body: Generated<ColumnType<unknown, string, string>>;
  readonly caseId: string;
  readonly county: string;
  readonly duty: string | null;
  readonly kind: "received" | "correction-asked" | "corrected" | "review-passed" | "review-refused" | "sent-back" | "confirmed" | "refused" | "withdrawn" | "deadline-moved";
  readonly office: Localized | null;
  readonly seq: number;
}

interface County {
  readonly code: string;
  readonly keepsFirstKey: Generated<boolean>;
  readonly servedSince: Generated<Timestamp>;
}

interface CountyFigure {
  readonly county: string;
  readonly day: string;
  readonly key: string;
  readonly ofHowMany: number | null;
  readonly value: string | null;
  readonly writtenAt: Timestamp;
}

interface Decision {
  readonly amountFen: bigint | null;
  readonly caseId: string;
  readonly county: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly determinationDigest: string;
  readonly number: string;
  readonly outcome: "granted" | "refused";
  readonly reasons: ColumnType<unknown, string, string>;
  readonly remedies: ColumnType<unknown, string, string>;
}

interface Division {
  readonly code: string;
  readonly name: Localized;
}

interface Duty {
  readonly key: string;
}

interface Entitlement {
  readonly accountId: string;
  readonly amountFen: bigint;
  readonly caseId: string;
  readonly county: string;
  readonly familyId: string;
  readonly grantedOn: string;
  readonly id: string;
  readonly period: string;
  readonly policy: string;
  readonly residence: string;
  readonly subjectId: string;
}

interface Family {
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly id: string;
  readonly residence: string;
}

interface Hand {
  readonly county: string;
  readonly matterId: string;
  readonly matterKind: string;
  readonly staffId: string;
  readonly step: string;
}

interface HandStep {
  readonly duty: string;
  readonly key: string;
}

interface Kinship {
  readonly county: string;
  readonly familyId: string;
  readonly fromId: string;
  readonly kind: "parent" | "spouse" | "guardian";
  readonly residence: string;
  readonly toId: string;
}

interface LedgerAccount {
  readonly code: string;
  readonly county: string;
  readonly kind: "asset" | "liability" | "expense" | "source";
  readonly name: Localized;
}

interface LedgerEntry {
  readonly account: string;
  readonly county: string;
  readonly creditFen: Generated<bigint>;
  readonly debitFen: Generated<bigint>;
  readonly line: number;
  readonly transactionId: string;
}

interface LedgerTransaction {
  readonly at: Timestamp;
  readonly batchId: string | null;
  readonly county: string;
  readonly id: string;
  readonly matterId: string | null;
  readonly matterKind: string | null;
  readonly onDay: string;
  readonly what: "appropriation" | "grant" | "release" | "settlement" | "return" | "correction";
}

interface Migration {
  readonly appliedAt: Generated<Timestamp>;
  readonly digest: string;
  readonly name: string;
  readonly number: number;
}

interface Notice {
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly failed: string | null;
  readonly familyId: string;
  readonly id: string;
  readonly kind: string;
  readonly matterId: string | null;
  readonly matterKind: string | null;
  readonly personId: string;
  readonly residence: string;
  readonly sendingUntil: Timestamp | null;
  readonly sentAt: Timestamp | null;
  readonly words: Localized;
}

interface Office {
  readonly county: string;
  readonly division: string;
  readonly id: string;
  readonly name: Localized;
}

interface Payment {
  readonly accountId: string;
  readonly amountFen: bigint;
  readonly county: string;
  readonly dueOn: string;
  readonly familyId: string;
  readonly id: string;
  readonly matterId: string;
  readonly matterKind: string;
  readonly orderId: string;
  readonly paidOn: string | null;
  readonly payeeId: string;
  readonly period: string;
  readonly purpose: Localized;
  readonly residence: string;
  readonly returnedOn: string | null;
  readonly returnReason: string | null;
  readonly state: "due" | "in-batch" | "paid" | "returned" | "cancelled";
  readonly version: Generated<number>;
}

interface PaymentBatch {
  readonly county: string;
  readonly digest: string;
  readonly draftedAt: Timestamp;
  readonly draftedBy: string;
  readonly id: string;
  readonly lineCount: number;
  readonly number: string;
  readonly payOn: string;
  readonly state: "draft" | "funds-released" | "released" | "reconciled" | "cancelled";
  readonly totalFen: bigint;
  readonly version: Generated<number>;
}

interface Person {
  readonly birth: string;
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly diedOn: string | null;
  readonly familyId: string;
  readonly id: string;
  readonly identityBlind: string | null;
  readonly identitySealed: Buffer | null;
  readonly name: string;
  readonly nameSort: string;
  readonly nationality: string | null;
  readonly phoneBlind: string | null;
  readonly phoneSealed: Buffer | null;
  readonly residence: string;
  readonly version: Generated<number>;
}

interface PersonNameKey {
  readonly county: string;
  readonly key: string;
  readonly personId: string;
  readonly residence: string;
}

interface PolicyText {
  readonly digest: string;
  readonly keptAt: Timestamp;
  readonly oldVersion: string;
  readonly policy: string;
  readonly text: string;
}

interface Province {
  readonly code: string;
  readonly servedSince: Generated<Timestamp>;
}

interface ReceiptNumber {
  readonly county: string;
  readonly last: number;
  readonly year: number;
}

interface ReturnFile {
  readonly batchId: string;
  readonly county: string;
  readonly fileDigest: string;
  readonly format: "csv" | "pain.002";
  readonly id: string;
  readonly importedAt: Timestamp;
  readonly importedBy: string;
  readonly paidCount: number;
  readonly returnedCount: number;
}

interface ServedHost {
  readonly host: string;
  readonly ofCounty: string | null;
  readonly ofProvince: string | null;
}

interface Session {
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly endedAt: Timestamp | null;
  readonly endedBecause: "signed-out" | "password-changed" | "closed-by-office" | null;
  readonly expiresAt: Timestamp;
  readonly formToken: string;
  readonly kind: string;
  readonly phoneBlind: string | null;
  readonly phoneSealed: Buffer | null;
  readonly seenAt: Timestamp;
  readonly staffId: string | null;
  readonly tokenHash: string;
}

interface SignInCode {
  readonly codeHash: string;
  readonly county: string;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
  readonly phoneBlind: string;
  readonly tries: Generated<number>;
}

interface SignInLimit {
  readonly count: number;
  readonly county: string;
  readonly keyBlind: string;
  readonly startedAt: Timestamp;
  readonly until: Timestamp;
}

interface Staff {
  readonly active: Generated<boolean>;
  readonly county: string;
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly signInName: string;
}

interface StaffDuty {
  readonly county: string;
  readonly division: string;
  readonly duty: string;
  readonly grantedAt: Timestamp;
  readonly grantedBy: string | null;
  readonly staffId: string;
}

interface StaffPassword {
  readonly changedAt: Timestamp;
  readonly county: string;
  readonly hash: string;
  readonly staffId: string;
}

interface WorkingDayChange {
  readonly day: string;
  readonly kind: "holiday" | "make-up";
  readonly name: string;
}

interface WorkingYear {
  readonly notice: string;
  readonly year: number;
}

export interface Tables {
  readonly accessLog: AccessLog;
  readonly account: Account;
  readonly applicationDraft: ApplicationDraft;
  readonly auditEntry: AuditEntry;
  readonly bankFile: BankFile;
  readonly bankProfile: BankProfile;
  readonly batchLine: BatchLine;
  readonly batchRelease: BatchRelease;
  readonly benefitCase: BenefitCase;
  readonly caseDocument: CaseDocument;
  readonly caseEvent: CaseEvent;
  readonly county: County;
  readonly countyFigure: CountyFigure;
  readonly decision: Decision;
  readonly division: Division;
  readonly duty: Duty;
  readonly entitlement: Entitlement;
  readonly family: Family;
  readonly hand: Hand;
  readonly handStep: HandStep;
  readonly kinship: Kinship;
  readonly ledgerAccount: LedgerAccount;
  readonly ledgerEntry: LedgerEntry;
  readonly ledgerTransaction: LedgerTransaction;
  readonly migration: Migration;
  readonly notice: Notice;
  readonly office: Office;
  readonly payment: Payment;
  readonly paymentBatch: PaymentBatch;
  readonly person: Person;
  readonly personNameKey: PersonNameKey;
  readonly policyText: PolicyText;
  readonly province: Province;
  readonly receiptNumber: ReceiptNumber;
  readonly returnFile: ReturnFile;
  readonly servedHost: ServedHost;
  readonly session: Session;
  readonly signInCode: SignInCode;
  readonly signInLimit: SignInLimit;
  readonly staff: Staff;
  readonly staffDuty: StaffDuty;
  readonly staffPassword: StaffPassword;
  readonly workingDayChange: WorkingDayChange;
  readonly workingYear: WorkingYear;
}
