import { z } from 'zod';
import type { County } from '../../../values/division.ts';
import { atAProvince, staffReads, staffWrites } from '../../hall/contract/problem.ts';
import { dayText, fenText, localized } from '../../hall/contract/wire.ts';

/**
 * A figure of one county, or of all together. Withheld: about so few that neighbours could tell who they are; nobody in the province knows
 * it.
 */
const cell = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    /** Fen as a decimal string; counts and shares as numbers. */
    value: z.union([z.number(), fenText]),
    /** Of how many people or cases it is. */
    of: z.number().int(),
  }),
  z.object({ kind: z.literal('withheld') }),
  /** Nothing was told. */
  z.object({ kind: z.literal('none') }),
]);

const countyCode: z.ZodType<County, County> = z.string().regex(/^\d{6}$/) as never;

/** `GET /api/province/figures?day=`: without a day, until today. */
export const figuresQuery = z.object({ day: dayText.optional() });

/** Counties × figures; `cells` and `totals` stand in the order of `figures`. */
export const figuresView = z.object({
  /** What was told until this day. */
  day: dayText,
  figures: z.array(z.object({ key: z.string(), words: localized, unit: z.enum(['count', 'share', 'fen']) })),
  counties: z.array(
    z.object({
      code: countyCode,
      name: localized,
      /** Of which day its figures are; absent where it has told nothing yet. */
      day: dayText.optional(),
      cells: z.array(cell),
    }),
  ),
  /** Of the counties that are shown: what one withheld is not in it. */
  totals: z.array(cell),
});

export const provinceFiguresProblems = [...staffReads, ...atAProvince] as const;

/** `GET` and `POST /api/office/province-figures` (supervise): what the county told its province; the figures of today are told now. */
export const toldFiguresProblems = staffReads;
export const tellFiguresProblems = staffWrites;

export type FiguresView = z.infer<typeof figuresView>;
export type Cell = z.infer<typeof cell>;
