import { z } from 'zod';
import { documentRequirement, question } from './asked.ts';
import { citation } from './determination.ts';
import { atAnAddress } from '../../hall/contract/problem.ts';
import { localized } from '../../hall/contract/wire.ts';

const benefitLine = z.object({
  policy: z.string(),
  /** The policy in an address: `cn~home-care`. */
  address: z.string(),
  title: localized,
  summary: localized,
  version: z.string(),
  periods: z.array(z.string()),
});

/** `GET /api/benefits` */
export const benefitList = z.object({ benefits: z.array(benefitLine) });

/** `GET /api/benefits/:policy`: everything the public page shows. */
export const benefitPage = benefitLine.extend({
  division: z.string(),
  subject: z.object({ name: z.string(), words: localized }),
  sources: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      date: z.string().optional(),
      verified: z.string(),
      address: z.string().optional(),
    }),
  ),
  articles: z.array(
    z.object({
      heading: localized,
      text: localized,
      source: z.string(),
      title: z.string(),
      place: z.string(),
      verified: z.boolean(),
      /** Said beside the article: an official example, what is not recorded or tested. */
      note: localized.optional(),
    }),
  ),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      words: localized.optional(),
      /** `published`: the day on which the value became law, where that is not `from`. */
      values: z.array(z.object({ from: z.string(), value: z.string(), published: z.string().optional() })),
      verified: z.boolean(),
      law: z.string().optional(),
    }),
  ),
  documents: z.array(documentRequirement),
  procedure: z.object({
    steps: z.array(
      z.object({
        key: z.string(),
        duty: z.string(),
        level: z.enum(['village', 'township', 'county']),
        name: localized,
      }),
    ),
    workingDays: z.number().int(),
    law: citation,
    payment: z.object({ rhythm: z.string(), words: localized }),
    remedies: z.array(
      z.object({ key: z.string(), words: localized, withinDays: z.number().int().optional(), law: z.string() }),
    ),
  }),
  questions: z.array(question),
  /** What the check takes for granted, said beside its result. */
  supposed: z.array(localized),
  notes: z.array(localized),
  ends: z.array(localized),
  leaflet: z.array(localized),
});

export const benefitListProblems = atAnAddress;
export const benefitProblems = [...atAnAddress, 'unknown-policy', 'no-longer-offered'] as const;

export type BenefitLine = z.infer<typeof benefitLine>;
export type BenefitList = z.infer<typeof benefitList>;
export type BenefitPage = z.infer<typeof benefitPage>;
