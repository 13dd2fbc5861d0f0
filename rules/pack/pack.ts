import type { Localized } from '../../values/language.ts';
import type { Citation } from '../determination.ts';
import type { Span } from '../finding.ts';

/** A published source of law and how it was verified (`official-text`, `official-press`, `secondary`). */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly date?: string;
  readonly verified: string;
  readonly address?: string;
}

/** A document the family brings. `onlyIf` in words; most packs have few. */
export interface DocumentRequirement {
  /** `birth-certificate`: the key under which an upload is stored. */
  readonly key: string;
  readonly name: Localized;
  readonly hint: Localized;
  readonly required: boolean;
}

/** One step of the procedure: who acts, on which level, within how many working days of the whole. */
export interface ProcedureStep {
  readonly key: 'receive' | 'review' | 'confirm';
  readonly duty: 'receive' | 'review' | 'confirm';
  readonly level: 'village' | 'township' | 'county';
  readonly name: Localized;
}

export interface Procedure {
  readonly steps: readonly ProcedureStep[];
  /** For all steps together, from receipt. */
  readonly workingDays: number;
  /** The article that sets them. */
  readonly law: Citation;
  readonly payment: { readonly rhythm: 'quarterly' | 'monthly' | 'yearly' | 'once'; readonly words: Localized };
  readonly remedies: readonly {
    readonly key: string;
    readonly words: Localized;
    readonly withinDays?: number;
    readonly law: string;
  }[];
}

/** A question for families that answers one fact of one person. */
export interface Question {
  readonly key: string;
  /** `child.birth` */
  readonly fact: string;
  readonly ask: Localized;
  readonly help?: Localized;
  readonly why: Localized;
  readonly answer:
    | { readonly kind: 'date' }
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string | boolean; readonly words: Localized }[];
      };
}

/** What a family's check takes for granted until somebody says otherwise, so that nobody is asked for it. */
export interface Supposition {
  /** `child.alive` */
  readonly fact: string;
  readonly value: string | boolean;
  /** Said beside the result: 'for a child who is living'. */
  readonly words: Localized;
}

/** One article: what it says, where it stands, in the pack's order. Shown on the public page beside the rule. */
export interface Article {
  /** The Chinese heading and text; `words` has both languages. */
  readonly heading: string;
  readonly headingWords: Localized;
  readonly words: Localized;
  readonly source: string;
  readonly place: string;
  readonly text: string;
  readonly verified: boolean;
  readonly span: Span;
  /** Said beside the article: an official example, what is not recorded or tested. */
  readonly note?: Localized;
}

/** A parameter with its values over time, for the public page and the policy screen. */
export interface ParameterInfo {
  readonly name: string;
  readonly type: string;
  readonly words?: Localized;
  readonly values: readonly { readonly from: string; readonly value: string; readonly published?: string }[];
  readonly verified: boolean;
  readonly law?: string;
}

/** What everyone outside `rules/` may know of a pack; the checked rule itself stays inside. */
export interface PackInfo {
  /** `cn/hospital-care` */
  readonly policy: string;
  readonly title: Localized;
  /** The policy that this one adds to: what it does not say of papers, procedure and questions is said there. */
  readonly extends?: string;
  /** One or two plain sentences for families: who gets what. */
  readonly summary: Localized;
  /** Names the text exactly: the digest of the pack and of all that it depends on. */
  readonly version: string;
  readonly division: string;
  readonly periodKind: 'year' | 'month';
  /** The periods that the pack covers, e.g. 2025 … 2028. */
  readonly periods: readonly string[];
  /** What the subject is called, e.g. `child`. */
  readonly subject: { readonly name: string; readonly words: Localized };
  readonly sources: readonly Source[];
  readonly articles: readonly Article[];
  readonly parameters: readonly ParameterInfo[];
  readonly documents: readonly DocumentRequirement[];
  readonly procedure: Procedure;
  readonly questions: readonly Question[];
  readonly supposed: readonly Supposition[];
  /** Notes for families beside the rule (deadline of a claim, what ends it), in order. */
  readonly notes: readonly Localized[];
  /** What ends the benefit; also among `notes`. */
  readonly ends: readonly Localized[];
  /** Paragraphs of the leaflet to print. */
  readonly leaflet: readonly Localized[];
}
