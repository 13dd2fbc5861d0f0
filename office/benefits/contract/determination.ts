import { z } from 'zod';
import type { TraceNode } from '../../../rules/determination.ts';
import { fenText, localized } from '../../hall/contract/wire.ts';

export const citation = z.object({ source: z.string(), title: z.string(), place: z.string(), verified: z.boolean() });

export const reason = z.object({ words: localized, law: citation.optional() });

/** The trace crosses the wire as the rules made it (`rules/determination.ts`); it nests as deep as the rule. */
const trace = z.unknown() as unknown as z.ZodType<TraceNode, TraceNode>;

export const determination = z.object({
  policy: z.string(),
  version: z.string(),
  period: z.string(),
  outcome: z.enum(['eligible', 'not-eligible', 'undetermined']),
  /** Null unless eligible. */
  amountFen: fenText.nullable(),
  missing: z.array(
    z.object({
      name: z.string(),
      person: z.string(),
      fact: z.string(),
      words: localized,
      question: z.string().optional(),
    }),
  ),
  because: z.array(reason),
  /** Absent where it can't be worked out again. */
  trace: trace.optional(),
});

/** What the signer saw when deciding. Differs from today's determination: `determination-changed`. */
export const seenDetermination = z.object({ outcome: determination.shape.outcome, amountFen: fenText.nullable() });

export type DeterminationWire = z.infer<typeof determination>;
