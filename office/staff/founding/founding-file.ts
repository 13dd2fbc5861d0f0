import { words } from '../words/made/all.ts';
import { z } from 'zod';
import {
  type Authority,
  type County,
  countyOf,
  type Division,
  levelOf,
  readDivision,
  readProvince,
} from '../../../values/division.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { type Duty, type DutyIntroduced, fourPowers } from '../../hall/who/duty.ts';
import { duty } from '../../hall/contract/wire.ts';
import type { FoundingPart, FoundingPartRead } from '../../hall/desk.ts';

/** The offices of a county or province and the people in them, as the operator writes them down (docs/guides/operator). */
export interface Founding {
  readonly of: Authority;
  /** At which hosts it answers; without any said, as before. */
  readonly hosts?: readonly string[];
  readonly divisions: readonly FoundingDivision[];
  /** What the desks were told, to be written with the founding. */
  readonly parts: readonly Extract<FoundingPartRead, { kind: 'read' }>[];
}

export interface FoundingDivision {
  readonly code: Division;
  readonly name: Localized;
  readonly office: Localized;
  readonly staff: readonly FoundingStaff[];
}

export interface FoundingStaff {
  readonly name: string;
  readonly signInName: string;
  readonly duties: readonly Duty[];
  /** Works here no longer: their account is closed. */
  readonly left: boolean;
}

/** What is wrong, and where in the file: `divisions[2].staff[0]`. */
export interface FoundingFault {
  readonly at: string;
  readonly words: Localized;
}

/** As `served_host` keeps it. */
const hostName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
const nameIn = z.string().trim().min(1).max(80);
const named = z
  .strictObject({ zh: z.string().trim().min(1).max(60), en: nameIn, 'zh-TW': nameIn.optional() })
  .transform(({ zh, en, 'zh-TW': taiwan }): Localized => ({ 'zh-CN': zh, en, ...(taiwan && { 'zh-TW': taiwan }) }));
const written = z.strictObject({
  hosts: z.array(z.string().trim().toLowerCase().regex(hostName)).min(1).optional(),
  divisions: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{12}$/),
        name: named,
        office: named.optional(),
        staff: z
          .array(
            z.strictObject({
              name: z.string().trim().min(1).max(60),
              signIn: z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/),
              duties: z.array(duty).min(1),
              left: z.boolean().default(false),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
});
type Written = z.output<typeof written>;
const record = z.record(z.string(), z.unknown());

/**
 * Reads what the operator wrote, of the county named or, without one, of the county or province that it is about. Every fault at once, so
 * that the file is corrected once. `parts` are what desks must be told of a county; a province has none.
 */
export function readFounding(
  value: unknown,
  named: County | undefined,
  introduced: readonly DutyIntroduced[],
  parts: readonly FoundingPart[],
):
  | { readonly kind: 'founding'; readonly founding: Founding }
  | { readonly kind: 'faults'; readonly faults: readonly FoundingFault[] } {
  const given = record.safeParse(value).data ?? {};
  const own = Object.entries(given).filter(([key]) => parts.every((part) => part.key !== key));
  const read = written.safeParse(Object.fromEntries(own));
  if (!read.success) return { kind: 'faults', faults: read.error.issues.map(shapeFault) };
  const of = named ?? ownAuthority(read.data);
  const told =
    readProvince(of) === undefined ? parts.map(({ key, read: readPart }) => ({ key, part: readPart(given[key]) })) : [];
  const faults = [...faultsOf(read.data, of, introduced), ...told.flatMap(partFaults)];
  if (faults.length > 0) return { kind: 'faults', faults };
  const wellTold = told.flatMap(({ part }) => (part.kind === 'read' ? [part] : []));
  return { kind: 'founding', founding: { ...foundingOf(read.data, of), parts: wellTold } };
}

function partFaults({
  key,
  part,
}: {
  readonly key: string;
  readonly part: FoundingPartRead;
}): readonly FoundingFault[] {
  if (part.kind === 'read') return [];
  return part.faults.map(({ at, words: what }) => ({ at: at === '' ? key : `${key}.${at}`, words: what }));
}

function ownAuthority({ divisions }: Written): Authority {
  const codes = divisions.map(({ code }) => code as Division);
  const [county, province] = (['county', 'province'] as const).map((level) =>
    codes.find((code) => levelOf(code) === level),
  );
  const code = countyOf(county ?? province ?? codes[0] ?? ('' as Division));
  return readProvince(code) ?? code;
}

function shapeFault({ path, code }: z.core.$ZodIssue): FoundingFault {
  const at = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return { at, words: inEveryLanguage(words, (w) => w.founding.notWrittenExpected({ code })) };
}

function faultsOf(
  { divisions }: Written,
  of: Authority,
  introduced: readonly DutyIntroduced[],
): readonly FoundingFault[] {
  const isProvince = readProvince(of) !== undefined;
  const faults: FoundingFault[] = [];
  const signIns = new Set<string>();
  const codes = new Set(divisions.map(({ code }) => code));
  divisions.forEach(({ code, staff }, d) => {
    const at = `divisions[${d}]`;
    if (countyOf(code as Division) !== of)
      faults.push({ at, words: inEveryLanguage(words, (w) => w.founding.notWithin({ code, of })) });
    if (divisions.findIndex((other) => other.code === code) !== d)
      faults.push({ at, words: inEveryLanguage(words, (w) => w.founding.writtenTwice({ code })) });
    staff.forEach(({ signIn, duties }, s) => {
      const here = `${at}.staff[${s}]`;
      if (signIns.has(signIn))
        faults.push({
          at: here,
          words: inEveryLanguage(words, (w) => w.founding.signInNameTwice({ signIn })),
        });
      signIns.add(signIn);
      for (const held of duties) {
        const known = introduced.find(({ key }) => key === held);
        if (known === undefined)
          faults.push({ at: here, words: inEveryLanguage(words, (w) => w.founding.thereNoDuty({ held })) });
        else if ((known.of === 'province') !== isProvince)
          faults.push({ at: here, words: inEveryLanguage(words, (w) => w.founding.dutyElsewhere({ held, of })) });
      }
      if (duties.filter((held) => fourPowers.includes(held)).length > 1) faults.push({ at: here, words: combined });
    });
  });
  const top = `${of}000000`;
  if (!codes.has(top))
    faults.push({
      at: 'divisions',
      words: inEveryLanguage(words, (w) => w.founding.itselfMissing({ top })),
    });
  const rules = divisions.flatMap(({ staff }) => staff).some(({ duties }) => duties.includes('administer'));
  if (!rules && !isProvince)
    faults.push({
      at: 'divisions',
      words: inEveryLanguage(words, (w) => w.founding.somebodyMustHoldDutyAdminister),
    });
  return faults;
}

const combined: Localized = inEveryLanguage(words, (w) => w.founding.combined);

function foundingOf({ hosts, divisions }: Written, of: Authority): Omit<Founding, 'parts'> {
  return {
    of,
    ...(hosts !== undefined && { hosts }),
    divisions: divisions.flatMap(({ code, name, office, staff }) => {
      const division = readDivision(code);
      if (division === undefined) return [];
      const usual = inEveryLanguage(words, (w, inOwn) => w.founding.usual({ name: inOwn(name) }));
      const people = staff.map(({ name: who, signIn, duties, left }) => ({
        name: who,
        signInName: signIn,
        duties: [...new Set(duties)],
        left,
      }));
      return [{ code: division, name, office: office ?? usual, staff: people }];
    }),
  };
}
