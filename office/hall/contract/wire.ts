import { z } from 'zod';
import type { Day } from '../../../values/day.ts';
import type { Division } from '../../../values/division.ts';
import type { Id } from '../../../values/id.ts';
import { readDay } from '../../../values/day.ts';
import type { Duty } from '../who/duty.ts';

// Schemas that every desk's contract is built from. They check and never transform, so that what is written is what was read.

/** One sentence in both languages. */
export const localized = z.object({ 'zh-CN': z.string(), en: z.string() }).catchall(z.string());

/** An id of one kind of thing, a lower-case UUID: `idOf<CaseId>()`. */
export function idOf<OneId extends Id<string>>(): z.ZodType<OneId, OneId> {
  return z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/) as never;
}

/**
 * `2026-02-01`, a day the calendar has, of a century in which an office may have something to do: reckoning on from it stays within the
 * calendar.
 */
export const dayText: z.ZodType<Day, Day> = z.iso
  .date()
  .refine((text) => readDay(text) !== undefined && text >= '1800-01-01' && text < '2300-01-01') as never;

/** A division code of twelve digits. */
export const divisionCode: z.ZodType<Division, Division> = z.string().regex(/^\d{12}$/) as never;

/** What is acted on, such as a case, by its kind and its id. */
export const matter = z.object({ kind: z.string(), id: z.uuid() });

/** An instant, `2026-02-01T08:30:00.000Z`. */
export const instantText = z.iso.datetime();

/** A division with its name, as screens show it. */
export const divisionName = z.object({ code: divisionCode, name: localized });

/** A duty: one of the procedure (`review`), or one that a desk adds, named after the desk. Which there are, the house knows. */
export const duty: z.ZodType<Duty, Duty> = z.string().regex(/^[a-z][a-z-]*(?:\/[a-z][a-z-]*)?$/) as never;

/** Fen as a decimal string: `360000` is 3,600 yuan. */
export const fenText = z.string().regex(/^-?\d{1,18}$/);

/** What a person types: counted in characters, never cut. */
export const typed = (most: number): z.ZodString => z.string().trim().min(1).max(most);
