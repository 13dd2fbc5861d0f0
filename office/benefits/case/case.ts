import type { Determination, Outcome, Reason } from '../../../rules/determination.ts';
import type { Day } from '../../../values/day.ts';
import type { Division } from '../../../values/division.ts';
import type { AccountId, CaseId, FamilyId, PersonId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Duty } from '../../hall/who/duty.ts';
import type { Wait } from './deadline.ts';
import { type Fen, fenFromWire } from '../../../values/fen.ts';
import { unreachable } from '../../../values/unreachable.ts';

/** Who did something in a case. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly id: StaffId;
      readonly name: string;
      readonly office: Localized;
      readonly duty: Duty;
    }
  | { readonly kind: 'family'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** What the policy said when somebody acted on it. Written as it is kept: money is a decimal string of fen. */
export interface Determined {
  readonly outcome: Outcome;
  readonly amountFen: string | null;
  /** Version of the pack that was applied. */
  readonly version: string;
}

/** What a policy says of a family; without the trace where that can't be worked out again. */
export type Said = Omit<Determination, 'trace'> & Partial<Pick<Determination, 'trace'>>;

/** One thing asked for in the one correction notice: a document of the pack, or a fact that is not known. */
export type CorrectionItem =
  | { readonly kind: 'document'; readonly requirement: string; readonly words: Localized }
  | { readonly kind: 'fact'; readonly fact: string; readonly words: Localized };

/** A way to disagree with a decision, and the last day for it. */
export interface Remedy {
  readonly key: string;
  readonly words: Localized;
  readonly law: string;
  readonly lastDay?: Day;
}

/** What a case's first event holds: the application as it was handed in. */
export interface ApplicationBody {
  readonly receipt: string;
  readonly origin: 'phone' | 'counter';
  readonly policy: string;
  readonly period: string;
  readonly subject: PersonId;
  readonly applicant: PersonId;
  readonly family: FamilyId;
  readonly account: AccountId;
  /** Where the subject is registered: the office of this division serves the case. */
  readonly residence: Division;
  readonly receivedOn: Day;
  readonly workingDays: number;
  readonly dueOn: Day;
  readonly dueProvisional: boolean;
  readonly determination: Determined;
  /** The pack's documents of which a photo was handed in. */
  readonly documents: readonly string[];
}

interface RefusalBody {
  readonly on: Day;
  readonly determination: Determined;
  readonly decisionNumber: string;
  readonly reasons: readonly Reason[];
}

/** Something that happened in a case; the kinds are those of `an_event_kind_is_known`. */
export type Happening =
  | { readonly kind: 'received'; readonly body: ApplicationBody }
  | {
      readonly kind: 'correction-asked';
      readonly body: { readonly on: Day; readonly items: readonly CorrectionItem[]; readonly note?: string };
    }
  | {
      readonly kind: 'corrected';
      readonly body: {
        readonly on: Day;
        readonly documents: readonly string[];
        readonly facts: readonly string[];
        /** Why something asked for can't be handed in, in the family's words. */
        readonly explanation?: string;
        readonly dueOn: Day;
        readonly dueProvisional: boolean;
        readonly determination: Determined;
      };
    }
  | {
      readonly kind: 'review-passed';
      readonly body: { readonly on: Day; readonly determination: Determined; readonly note?: string };
    }
  | { readonly kind: 'review-refused'; readonly body: RefusalBody }
  | { readonly kind: 'sent-back'; readonly body: { readonly on: Day; readonly reason: string } }
  | {
      readonly kind: 'confirmed';
      readonly body: { readonly on: Day; readonly determination: Determined; readonly decisionNumber: string };
    }
  | { readonly kind: 'refused'; readonly body: RefusalBody }
  | { readonly kind: 'withdrawn'; readonly body: { readonly on: Day } }
  | {
      readonly kind: 'deadline-moved';
      readonly body: { readonly on: Day; readonly from: Day; readonly dueOn: Day; readonly dueProvisional: boolean };
    };

/** A happening in its place on the timeline. */
export type CaseEvent = Happening & {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: Actor;
};

interface AskedCorrection {
  readonly on: Day;
  readonly by: Actor;
  readonly items: readonly CorrectionItem[];
  readonly note?: string;
  /** The day on which the family answered. */
  readonly answeredOn?: Day;
}

/** What is known of every case from its receipt on. */
interface CaseGround extends Omit<ApplicationBody, 'documents'> {
  readonly id: CaseId;
  /** How many events there are; who decides on an older one is told what changed. */
  readonly version: number;
  readonly waits: readonly Wait[];
  /** There is at most one. */
  readonly correction?: AskedCorrection;
}

interface Signed {
  readonly on: Day;
  readonly by: Actor;
}

/** One application from receipt to closure. Each state holds exactly what is known by then. */
export type BenefitCase = CaseGround &
  (
    | { readonly state: 'received'; readonly sentBack?: Signed & { readonly reason: string } }
    | { readonly state: 'correcting'; readonly asked: AskedCorrection }
    | { readonly state: 'reviewed'; readonly review: Signed & { readonly note?: string } }
    | {
        readonly state: 'granted';
        readonly review: Signed;
        readonly decision: Signed & { readonly number: string; readonly amountFen: Fen };
      }
    | {
        readonly state: 'refused';
        readonly review?: Signed;
        readonly decision: Signed & { readonly number: string; readonly reasons: readonly Reason[] };
      }
    | { readonly state: 'withdrawn'; readonly withdrawn: Signed }
  );

export type CaseState = BenefitCase['state'];

/** The day on which the case was closed, once it is. */
export function closedOn(found: BenefitCase): Day | undefined {
  switch (found.state) {
    case 'granted':
    case 'refused':
      return found.decision.on;
    case 'withdrawn':
      return found.withdrawn.on;
    case 'received':
    case 'correcting':
    case 'reviewed':
      return undefined;
    default:
      return unreachable(found);
  }
}

/** Whose turn it is: the duty that the next step needs, or the family, or nobody. */
export function turnOf(state: CaseState): 'review' | 'confirm' | 'family' | undefined {
  switch (state) {
    case 'received':
      return 'review';
    case 'reviewed':
      return 'confirm';
    case 'correcting':
      return 'family';
    case 'granted':
    case 'refused':
    case 'withdrawn':
      return undefined;
    default:
      return unreachable(state);
  }
}

/** The case as its timeline tells it. Throws when the events can't have happened in this order. */
export function foldEvents(id: CaseId, events: readonly CaseEvent[]): BenefitCase {
  const [first, ...later] = events;
  if (first?.kind !== 'received')
    throw new Error(`A case begins with its receipt: ${id} begins with ${first?.kind ?? 'nothing'}`);
  return later.reduce(follow, opened(id, first.body));
}

function opened(id: CaseId, { documents: _documents, ...application }: ApplicationBody): BenefitCase {
  return { ...application, id, version: 1, waits: [], state: 'received' };
}

/** The case after one more event. Throws when the event can't follow. */
export function follow(before: BenefitCase, event: CaseEvent): BenefitCase {
  if (event.seq !== before.version + 1)
    throw new Error(`Event ${event.seq} of case ${before.id} can't follow ${before.version}`);
  const ground = { ...groundOf(before), version: event.seq };
  const signed = { by: event.by };
  switch (event.kind) {
    case 'received':
      return impossible(before, event);
    case 'correction-asked': {
      if (before.state !== 'received') return impossible(before, event);
      const asked = { ...event.body, ...signed };
      return {
        ...ground,
        waits: [...ground.waits, { from: event.body.on }],
        correction: asked,
        state: 'correcting',
        asked,
      };
    }
    case 'corrected': {
      if (before.state !== 'correcting') return impossible(before, event);
      const { on, dueOn, dueProvisional, determination } = event.body;
      const waits = ground.waits.map((wait) => ({ to: on, ...wait }));
      return {
        ...ground,
        waits,
        dueOn,
        dueProvisional,
        determination,
        correction: { ...before.asked, answeredOn: on },
        state: 'received',
      };
    }
    case 'review-passed': {
      if (before.state !== 'received') return impossible(before, event);
      const { determination, ...review } = event.body;
      return { ...ground, determination, state: 'reviewed', review: { ...review, ...signed } };
    }
    case 'sent-back':
      if (before.state !== 'reviewed') return impossible(before, event);
      return { ...ground, state: 'received', sentBack: { ...event.body, ...signed } };
    case 'confirmed': {
      const { on, determination, decisionNumber } = event.body;
      if (before.state !== 'reviewed' || determination.amountFen === null) return impossible(before, event);
      const decision = { on, ...signed, number: decisionNumber, amountFen: fenFromWire(determination.amountFen) };
      return { ...ground, determination, state: 'granted', review: before.review, decision };
    }
    case 'review-refused':
      if (before.state !== 'received') return impossible(before, event);
      return {
        ...ground,
        determination: event.body.determination,
        state: 'refused',
        decision: refusalOf(event.body, event.by),
      };
    case 'refused': {
      if (before.state !== 'reviewed') return impossible(before, event);
      const decision = refusalOf(event.body, event.by);
      return { ...ground, determination: event.body.determination, state: 'refused', review: before.review, decision };
    }
    case 'withdrawn':
      if (closedOn(before) !== undefined) return impossible(before, event);
      return { ...ground, state: 'withdrawn', withdrawn: { on: event.body.on, ...signed } };
    case 'deadline-moved': {
      if (closedOn(before) !== undefined) return impossible(before, event);
      const { dueOn, dueProvisional } = event.body;
      return { ...before, version: event.seq, dueOn, dueProvisional };
    }
    default:
      return unreachable(event);
  }
}

/** What every state has, without what only the present one knows. */
function groundOf(found: BenefitCase): CaseGround {
  const {
    id,
    version,
    waits,
    correction,
    receipt,
    origin,
    policy,
    period,
    subject,
    applicant,
    family,
    account,
    residence,
  } = found;
  const { receivedOn, workingDays, dueOn, dueProvisional, determination } = found;
  const application = { receipt, origin, policy, period, subject, applicant, family, account, residence };
  const term = { receivedOn, workingDays, dueOn, dueProvisional };
  return { id, version, waits, ...(correction && { correction }), ...application, ...term, determination };
}

function refusalOf(body: RefusalBody, by: Actor): Signed & { number: string; reasons: readonly Reason[] } {
  return { on: body.on, by, number: body.decisionNumber, reasons: body.reasons };
}

function impossible(before: BenefitCase, event: CaseEvent): never {
  throw new Error(`'${event.kind}' can't follow in case ${before.id}, which is ${before.state}`);
}
