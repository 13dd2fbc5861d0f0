import { words } from '../words/made/all.ts';
import { z } from 'zod';
import { type County, countyOf, type Division, levelOf, readDivision } from '../../../values/division.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { type Duty, type DutyIntroduced, fourPowers } from '../../hall/who/duty.ts';
import { duty } from '../../hall/contract/wire.ts';

/** A county's offices and the people in them, as the operator writes them down (docs/guides/operator). */
export interface Founding {
  readonly county: County;
  /** At which hosts it answers; without any said, as before. */
  readonly hosts?: readonly string[];
  readonly divisions: readonly FoundingDivision[];
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
}

/** What is wrong, and where in the file: `divisions[2].staff[0]`. */
export interface FoundingFault {
  readonly at: string;
  readonly words: Localized;
}

/** As `county_host` keeps it. */
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
            }),
          )
          .default([]),
      }),
    )
    .min(1),
});
type Written = z.output<typeof written>;

/** Reads what the operator wrote, of the county named or, without one, of the county that it is about. Every fault at once, so that the file is mended once. */
export function readFounding(
  value: unknown,
  named: County | undefined,
  introduced: readonly DutyIntroduced[],
):
  | { readonly kind: 'founding'; readonly founding: Founding }
  | { readonly kind: 'faults'; readonly faults: readonly FoundingFault[] } {
  const read = written.safeParse(value);
  if (!read.success) return { kind: 'faults', faults: read.error.issues.map(shapeFault) };
  const county = named ?? ownCounty(read.data);
  const faults = faultsOf(read.data, county, introduced);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'founding', founding: foundingOf(read.data, county) };
}

function ownCounty({ divisions }: Written): County {
  const codes = divisions.map(({ code }) => code as Division);
  return countyOf(codes.find((code) => levelOf(code) === 'county') ?? codes[0] ?? ('' as Division));
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
  county: County,
  introduced: readonly DutyIntroduced[],
): readonly FoundingFault[] {
  const faults: FoundingFault[] = [];
  const signIns = new Set<string>();
  const codes = new Set(divisions.map(({ code }) => code));
  divisions.forEach(({ code, staff }, d) => {
    const at = `divisions[${d}]`;
    if (countyOf(code as Division) !== county)
      faults.push({ at, words: inEveryLanguage(words, (w) => w.founding.notWithin({ code, county })) });
    if (divisions.findIndex((other) => other.code === code) !== d)
      faults.push({ at, words: inEveryLanguage(words, (w) => w.founding.standsTwice({ code })) });
    staff.forEach(({ signIn, duties }, s) => {
      const here = `${at}.staff[${s}]`;
      if (signIns.has(signIn))
        faults.push({
          at: here,
          words: inEveryLanguage(words, (w) => w.founding.signNameStandsTwice({ signIn })),
        });
      signIns.add(signIn);
      for (const held of duties)
        if (!introduced.some(({ key }) => key === held))
          faults.push({ at: here, words: inEveryLanguage(words, (w) => w.founding.thereNoDuty({ held })) });
      if (duties.filter((held) => fourPowers.includes(held)).length > 1) faults.push({ at: here, words: combined });
    });
  });
  const top = `${county}000000`;
  if (!codes.has(top))
    faults.push({
      at: 'divisions',
      words: inEveryLanguage(words, (w) => w.founding.countyItselfMissing({ top })),
    });
  const rules = divisions.flatMap(({ staff }) => staff).some(({ duties }) => duties.includes('administer'));
  if (!rules)
    faults.push({
      at: 'divisions',
      words: inEveryLanguage(words, (w) => w.founding.somebodyMustHoldDutyAdminister),
    });
  return faults;
}

const combined: Localized = inEveryLanguage(words, (w) => w.founding.combined);

function foundingOf({ hosts, divisions }: Written, county: County): Founding {
  return {
    county,
    ...(hosts !== undefined && { hosts }),
    divisions: divisions.flatMap(({ code, name, office, staff }) => {
      const division = readDivision(code);
      if (division === undefined) return [];
      const usual = inEveryLanguage(words, (w, inOwn) => w.founding.usual({ name: inOwn(name) }));
      const people = staff.map(({ name: who, signIn, duties }) => ({
        name: who,
        signInName: signIn,
        duties: [...new Set(duties)],
      }));
      return [{ code: division, name, office: office ?? usual, staff: people }];
    }),
  };
}
