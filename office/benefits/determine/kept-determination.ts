import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Citation, Determination, Outcome, Reason, TraceNode } from '../../../rules/determination.ts';
import type { Said } from '../case/case.ts';
import { fenFromWire, fenToWire } from '../../../values/fen.ts';
import type { FactsWire } from '../decide/facts-wire.ts';

/**
 * What a case keeps of a determination: all of it but how it came about, which is worked out again from the facts and the text of the law
 * (`worked-out-again.ts`).
 */
export interface KeptDetermination {
  /** The text of the law that was applied, as the case names it. */
  readonly policyText: string;
  readonly period: string;
  readonly outcome: Outcome;
  /** Fen as decimal text. Null unless eligible. */
  readonly amountFen: string | null;
  /** Why, in the words in which it was told. */
  readonly because: readonly Reason[];
  /** The articles that decided it, in the order of their signs. */
  readonly articles: readonly string[];
  /** What it rests on: of the household only those people who were used. */
  readonly facts: FactsWire;
  /** The engine that worked it out; null where that was not written down yet. */
  readonly engine: string | null;
  /** Proves that what is worked out again is the same: {@link digestOf} all of this but the words. */
  readonly digest: string;
}

/** What a case keeps of a determination that was made on these facts by this engine. */
export function kept(determination: Determination, facts: FactsWire, engine: string | null): KeptDetermination {
  const { version: policyText, period, outcome, amountFen, because } = determination;
  const said = {
    policyText,
    period,
    outcome,
    amountFen: amountFen === undefined ? null : fenToWire(amountFen),
    articles: articlesOf(determination),
    facts,
    engine,
  };
  return { ...said, because, digest: digestOf(said) };
}

/**
 * SHA-256 of the determination as canonical JSON (RFC 8785), so that anybody can compute it. The words are left out: another wording is no
 * other answer.
 */
export function digestOf(said: Omit<KeptDetermination, 'because' | 'digest'>): string {
  const { policyText, period, outcome, amountFen, articles, facts, engine } = said;
  const text = canonicalize({ policyText, period, outcome, amountFen, articles, facts, engine });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

/** The articles on which the decisive steps and the reasons rest. */
function articlesOf({ trace, because }: Determination): readonly string[] {
  const found = new Set(because.flatMap(({ law }) => (law === undefined ? [] : [articleOf(law)])));
  const visit = ({ decisive, law, children }: TraceNode): void => {
    if (decisive && law !== undefined) found.add(articleOf(law));
    children.forEach(visit);
  };
  visit(trace);
  return [...found].toSorted();
}

function articleOf({ source, place }: Citation): string {
  return `${source} ${place}`;
}

/** What was said, as far as the case itself keeps it: neither the trace nor what was missing. */
export function saidBefore(policy: string, before: KeptDetermination): Said {
  const { policyText: version, period, outcome, amountFen, because } = before;
  return {
    policy,
    version,
    period,
    outcome,
    missing: [],
    because,
    ...(amountFen !== null && { amountFen: fenFromWire(amountFen) }),
  };
}
