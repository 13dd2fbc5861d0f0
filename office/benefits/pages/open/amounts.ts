import { factName } from '../../../../rules/facts.ts';
import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { AmountsTable } from '../../contract/amounts.ts';
import type { Fen } from '../../../../values/fen.ts';
import { explain } from '../../../../rules/explain/explain.ts';
import { withSuppositions } from '../../../../rules/explain/facts/suppose.ts';
import { type Day, daysInMonth } from '../../../../values/day.ts';

/** No human age is beyond it. */
const oldest = 120;

/**
 * The pack's amounts by month of birth, worked out by the rule itself; undefined for a pack that does not ask for a birth, or whose amounts
 * are the same whenever somebody was born: then birth decides nothing. Years that bring nothing are left out. Questions with options are
 * taken as answered by the first, which the page shows among the questions.
 */
export function amountsTable(pack: Pack, today: Day): AmountsTable | undefined {
  const birth = pack.info.questions.find(({ fact, answer }) => answer.kind === 'date' && fact.endsWith('.birth'));
  const { periods, periodKind } = pack.info;
  const first = Number(periods[0]?.slice(0, 4));
  if (birth === undefined || periodKind !== 'year' || Number.isNaN(first)) return undefined;
  const last = Number(today.slice(0, 4));
  const years = Array.from({ length: last - first + oldest + 1 }, (_, i) => String(first - oldest + i)).flatMap(
    (year) => {
      const rows = monthsOf(year).map((month) => ({
        birth: month,
        amounts: periods.map((period) => amountOf(pack, month, period)),
      }));
      return rows.every(({ amounts }) => amounts.every((amount) => amount === undefined)) ? [] : [{ year, rows }];
    },
  );
  const lines = years.flatMap(({ rows }) => rows.map(({ amounts }) => amounts.join(' ')));
  const decides = years.length <= last - first + oldest || new Set(lines).size > 1;
  return years.length > 0 && decides ? { periods, years } : undefined;
}

const monthsOf = (year: string): readonly string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

function amountOf(pack: Pack, month: string, period: string): Fen | undefined {
  const subject = pack.info.subject.name;
  const answers = pack.info.questions.flatMap(({ fact, answer }) => {
    const value = answer.kind === 'choice' ? answer.options[0]?.value : month;
    return value === undefined ? [] : [[factName(fact), value] as const];
  });
  // Asked on the last day of the period or of the month of birth, whichever is later: nobody is asked about somebody not yet born.
  const on = latest(`${period}-12-31`, `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`);
  const facts = withSuppositions(pack, { on, people: [{ id: subject, ...Object.fromEntries(answers) }], subject });
  return explain(pack, facts, period).amountFen;
}

function latest(a: string, b: string): Day {
  return (a > b ? a : b) as Day;
}
