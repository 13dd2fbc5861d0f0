import type { Fen } from '../values/fen.ts';
import type { Localized } from '../values/language.ts';
import type { Span } from './finding.ts';

export type Outcome = 'eligible' | 'not-eligible' | 'undetermined';

/** A fact that is not known and could still change the result. `question` is the pack's question for families. */
export interface MissingFact {
  /** `child.nationality`, as the pack writes it. */
  readonly name: string;
  readonly person: string;
  readonly fact: string;
  readonly words: Localized;
  readonly question?: string;
}

/** Where a rule stands in the law, and how surely. */
export interface Citation {
  /** Key of the pack's `sources`. */
  readonly source: string;
  readonly title: string;
  readonly place: string;
  readonly verified: boolean;
}

/** One reason in words, for families, with the article it rests on. */
export interface Reason {
  readonly words: Localized;
  readonly law?: Citation;
}

/** One node of the trace: what was computed, from what, and whether it decided the result. */
export interface TraceNode {
  /** The name the pack gives it (`eligible`, `monthsInPeriod`) or the source text of the expression. */
  readonly label: string;
  /** What a person reads of it, the value included; absent where the pack has no words for it. */
  readonly words?: Localized;
  /** How a named step is computed, as the pack writes it. For authors, not for families. */
  readonly formula?: string;
  /** Whole numbers and fen as decimal text, days and months as ISO text; null for what is not known. */
  readonly value: boolean | string | null;
  /** What kind of value it is: `money`, `int`, `boolean`, `date`, `month`, … */
  readonly type: string;
  readonly operation: string;
  readonly children: readonly TraceNode[];
  readonly fact?: { readonly name: string; readonly person: string };
  readonly parameter?: {
    readonly name: string;
    readonly validFrom: string;
    /** The day on which that value became law, where it is not `validFrom`. */
    readonly published?: string;
    readonly verified: boolean;
  };
  readonly law?: Citation;
  readonly span: Span;
  /** Part of the minimal set that fixed the result. */
  readonly decisive: boolean;
}

/** What a policy says of one subject for one period, with the reasons. */
export interface Determination {
  readonly policy: string;
  /** Names the pack's text: the exact law that was applied. */
  readonly version: string;
  readonly period: string;
  readonly outcome: Outcome;
  /** Present exactly when eligible and the amount is known. */
  readonly amountFen?: Fen;
  readonly missing: readonly MissingFact[];
  readonly because: readonly Reason[];
  readonly trace: TraceNode;
}
