import type { ColumnInfo } from '../../rules/columns/shard.ts';
import { fitsForm } from '../../rules/pack/form.ts';
import type { FactDefinition } from '../../rules/vocabulary.ts';
import type { Day } from '../../values/day.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { RegisterProblemKind } from '../problem.ts';
import { factColumn, type OwnColumn, type SourceColumns } from './columns.ts';
import { quoted } from './duckdb.ts';

/** What may be wrong with a cell: the SQL condition over `raw` under which it is. Conditions of one column exclude each other. */
export interface CellCheck {
  readonly column: string;
  /** The cell in `raw`. */
  readonly cell: string;
  readonly kind: RegisterProblemKind;
  readonly when: string;
  readonly values?: Readonly<Record<string, string>>;
}

const longest = 100;

const wholeDay = (cell: string): string => `length(${cell}) = 10 and try_cast(${cell} as date)::varchar = ${cell}`;
const wholeMonth = (cell: string): string =>
  `length(${cell}) = 7 and try_cast(${cell} || '-01' as date)::varchar = ${cell} || '-01'`;
const year = (cell: string): string => `try_cast(substr(${cell}, 1, 4) as integer)`;
const month = (cell: string): string => `try_cast(substr(${cell}, 6, 2) as integer)`;

/**
 * The value of a cell as it stands in a column (`rules/columns/shard.ts`), null where the cell is empty or faulty. Texts stay texts: their
 * codes are known when all are.
 */
export function valueOf({ name, type }: FactDefinition): string {
  const cell = factColumn(name);
  switch (type) {
    case 'date':
      return `case when ${wholeDay(cell)} then (${year(cell)} << 9) | (${month(cell)} << 5) | try_cast(substr(${cell}, 9, 2) as integer)
        when ${wholeMonth(cell)} then (${year(cell)} << 9) | (${month(cell)} << 5) end`;
    case 'month':
      return `case when ${wholeMonth(cell)} then ${year(cell)} * 12 + ${month(cell)} - 1 end`;
    case 'boolean':
      return `case when lower(${cell}) in ('true', '1', '是') then 1 when lower(${cell}) in ('false', '0', '否') then 0 end`;
    case 'int':
    case 'money':
      return `case when regexp_full_match(${cell}, '-?[0-9]+') then try_cast(${cell} as bigint) end`;
    case 'text':
    case 'enum':
      return cell;
    case 'ratio':
      throw new Error('A ratio can be no fact of a person');
  }
  return unreachable(type);
}

/** The least width that holds every value; the least number of all stands for 'not known'. */
export function widthOf(type: ColumnInfo['type'], least: bigint | null, greatest: bigint | null): ColumnInfo['width'] {
  if (type === 'boolean') return 8;
  const fits = (least ?? 0n) > -(2n ** 31n) && (greatest ?? 0n) < 2n ** 31n;
  return fits ? 32 : 64;
}

export function checksOfOwn(own: ReadonlySet<OwnColumn>): readonly CellCheck[] {
  const tooLong = (column: OwnColumn): CellCheck => ({
    column,
    cell: column,
    kind: 'too-long',
    when: `length(${column}) > ${longest}`,
  });
  return [
    { column: 'id', cell: 'id', kind: 'id-missing', when: 'id is null' },
    tooLong('id'),
    { column: 'id', cell: 'id', kind: 'id-with-semicolon', when: `length(id) <= ${longest} and contains(id, ';')` },
    {
      column: 'division',
      cell: 'division',
      kind: 'not-a-division',
      when: `division is null or not regexp_full_match(division, '[0-9]{12}')`,
    },
    ...(own.has('household')
      ? [{ ...tooLong('household'), when: `length(household) > ${longest} and not contains(household, ';')` }]
      : []),
  ];
}

/** Everything that may be wrong with the facts of a person, but for texts, which `checkText` looks at by their values. */
export function checksOfFacts({ facts }: SourceColumns, asOf: Day): readonly CellCheck[] {
  return facts.flatMap((fact) => checksOfFact(fact, asOf));
}

function checksOfFact(fact: FactDefinition, asOf: Day): readonly CellCheck[] {
  const { name, type } = fact;
  const cell = factColumn(name);
  const check = (kind: RegisterProblemKind, when: string, values?: Readonly<Record<string, string>>): CellCheck => ({
    column: name,
    cell,
    kind,
    when,
    ...(values && { values }),
  });
  const unread = `${cell} is not null and (${valueOf(fact)}) is null`;
  switch (type) {
    case 'date':
      return [
        check('no-such-day', `${unread} and ${looksLikeDate(cell)}`),
        check('not-a-date', `${unread} and not ${looksLikeDate(cell)}`),
        ...boundsOf(fact, asOf, check),
      ];
    case 'month':
      return [check('not-a-month', unread), ...boundsOf(fact, asOf, check)];
    case 'boolean':
      return [check('not-a-boolean', unread)];
    case 'int':
      return wholeChecks(cell, 'not-a-whole-number', check);
    case 'money':
      return [
        ...wholeChecks(cell, 'not-fen', check),
        check('negative-money', `regexp_full_match(${cell}, '-[0-9]+') and try_cast(${cell} as bigint) < 0`),
      ];
    case 'text':
    case 'enum':
    case 'ratio':
      return [];
  }
  return unreachable(type);
}

type MakeCheck = (kind: RegisterProblemKind, when: string, values?: Readonly<Record<string, string>>) => CellCheck;

const looksLikeDate = (cell: string): string => `regexp_full_match(${cell}, '[0-9]{4}-[0-9]{2}(-[0-9]{2})?')`;

/** Texts of dates are ordered as dates are; of a month alone its month is compared. */
function boundsOf(fact: FactDefinition, asOf: Day, check: MakeCheck): readonly CellCheck[] {
  const cell = factColumn(fact.name);
  const read = `(${valueOf(fact)}) is not null`;
  const bound = (sign: string, day: Day): string =>
    `${read} and ${cell} ${sign} substr(${quoted(day)}, 1, length(${cell}))`;
  return [
    ...(fact.notInFuture ? [check('in-the-future', bound('>', asOf), { on: asOf })] : []),
    ...(fact.notBefore === undefined
      ? []
      : [check('too-long-ago', bound('<', fact.notBefore), { from: fact.notBefore })]),
  ];
}

function wholeChecks(cell: string, kind: RegisterProblemKind, check: MakeCheck): readonly CellCheck[] {
  const isWhole = `regexp_full_match(${cell}, '-?[0-9]+')`;
  return [
    check(kind, `${cell} is not null and not ${isWhole}`),
    // The least 64-bit number stands for 'not known'.
    check('beyond-64-bits', `${isWhole} and coalesce(try_cast(${cell} as bigint) = -9223372036854775807 - 1, true)`),
  ];
}

/** What is wrong with a text that stands in a column, however often it does. */
export function checkText(
  { type, form, values }: FactDefinition,
  text: string,
): { readonly kind: RegisterProblemKind; readonly values?: Readonly<Record<string, string>> } | undefined {
  if (text.length > longest) return { kind: 'too-long' };
  if (type === 'enum' && values?.has(text) !== true)
    return { kind: 'not-a-value', values: { options: [...(values?.keys() ?? [])].join(', ') } };
  return fitsForm(text, form) ? undefined : { kind: 'not-a-country' };
}
