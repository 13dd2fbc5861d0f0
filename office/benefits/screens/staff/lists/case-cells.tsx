import { useMemo, type ReactElement } from 'react';
import type { CaseLine } from '../../../contract/case-list.ts';
import type { Column } from '../../../../../building/staff-kit/table/column.ts';
import type { RowLink } from '../../../../../building/staff-kit/table/line.tsx';
import { partsOf } from '../../../../../values/day.ts';
import { unreachable } from '../../../../../values/unreachable.ts';
import { useLanguage, useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Yuan, yuanOf } from '../../../../../building/staff-kit/layout/shown.tsx';
import { dayText } from '../../../../../building/staff-kit/date/when.ts';
import { Link } from '../../../../../building/staff-kit/place/link.tsx';
import { caseAt } from '../addresses.ts';
import { load } from '../words/made/load.ts';

type Deadline = Pick<CaseLine, 'standing' | 'dueOn' | 'dueProvisional' | 'workingDaysLeft'>;

/** By when the office must answer: late in red, the next three working days in brown, and always in words. */
export function Due({ line, today }: { readonly line: Deadline; readonly today: string }): ReactElement {
  const words = useWords(load);
  const language = useLanguage();
  const year = Number(today.slice(0, 4));
  const provisional = line.dueProvisional && (
    <span className="soft" title={words.list.provisionalWhy}>
      {' '}
      {words.list.provisional}
    </span>
  );
  const day = dayText(line.dueOn, language, { thisYear: year });
  switch (line.standing) {
    case 'overdue':
      return <span className="due overdue">{words.list.overdueBy({ days: Math.abs(line.workingDaysLeft ?? 0) })}</span>;
    case 'soon':
      return (
        <span className="due soon">
          {line.dueOn === today ? words.list.dueToday : day}
          {provisional}
        </span>
      );
    case 'rest':
      return (
        <span className="due">
          {day}
          {provisional}
        </span>
      );
    case 'waiting':
      return <span className="soft">{words.list.waiting}</span>;
    case 'closed':
      return <span className="soft">{words.turns.none}</span>;
    default:
      return unreachable(line.standing);
  }
}

/** What the policy says: the amount, or in two words why there is none. */
function Determined({ line }: { readonly line: Pick<CaseLine, 'outcome' | 'amountFen'> }): ReactElement {
  const words = useWords(load).list;
  if (line.amountFen !== null) return <Yuan fen={line.amountFen} />;
  return <span className="soft">{line.outcome === 'not-eligible' ? words.notEligible : words.undetermined}</span>;
}

export type CaseColumn =
  | 'due'
  | 'benefit'
  | 'applicant'
  | 'subject'
  | 'place'
  | 'turn'
  | 'determined'
  | 'documents'
  | 'origin'
  | 'receipt'
  | 'received'
  | 'state';

/** The columns that lists of cases share; each list picks and orders its own. */
export function useCaseColumns(today: string): Readonly<Record<CaseColumn, Column<CaseLine>>> {
  const words = useWords(load);
  const say = useSay();
  const language = useLanguage();
  return useMemo(() => {
    const { list } = words;
    const { year } = partsOf(today as CaseLine['dueOn']);
    const text = (of: (line: CaseLine) => string): Pick<Column<CaseLine>, 'cell' | 'held'> => ({ cell: of, held: of });
    const lacking = ({ documents }: CaseLine): number => documents.required - documents.given;
    return {
      due: {
        key: 'due',
        phone: 'end',
        head: list.due,
        cell: (line) => <Due line={line} today={today} />,
        held: (line) => (line.turn === null ? undefined : line.dueOn),
        asked: (line) => line.standing,
      },
      benefit: { key: 'benefit', phone: 'plain', head: list.benefit, ...text((line) => say(line.title)) },
      applicant: { key: 'applicant', phone: 'head', head: list.applicant, ...text((line) => line.applicant) },
      subject: { key: 'subject', phone: 'plain', head: list.subject, ...text((line) => line.subject) },
      place: { key: 'place', phone: 'plain', head: list.place, ...text((line) => say(line.residence.name)) },
      turn: { key: 'turn', phone: 'plain', head: list.turn, ...text((line) => words.turns[line.turn ?? 'none']) },
      determined: {
        key: 'determined',
        phone: 'plain',
        head: list.determined,
        look: 'number',
        cell: (line) => <Determined line={line} />,
        held: (line) => (line.amountFen === null ? undefined : yuanOf(line.amountFen)),
      },
      documents: {
        key: 'documents',
        phone: 'plain',
        head: list.documents,
        cell: (line) =>
          line.documents.complete ? (
            list.complete
          ) : (
            <span className="due soon">{list.lacks({ count: lacking(line) })}</span>
          ),
        held: (line) => (line.documents.complete ? 0 : lacking(line)),
        written: (line) => (line.documents.complete ? list.complete : list.lacks({ count: lacking(line) })),
      },
      origin: {
        key: 'origin',
        phone: 'away',
        head: list.origin,
        look: 'quiet',
        ...text((line) => words.origins[line.origin]),
      },
      receipt: { key: 'receipt', phone: 'away', head: list.receipt, look: 'quiet', ...text((line) => line.receipt) },
      received: {
        key: 'received',
        phone: 'away',
        head: list.received,
        look: 'quiet',
        cell: (line) => dayText(line.receivedOn, language, { thisYear: year }),
        held: (line) => line.receivedOn,
      },
      state: {
        key: 'state',
        phone: 'plain',
        head: list.state,
        cell: (line) => <StateMark state={line.state} />,
        held: (line) => words.states[line.state],
      },
    };
  }, [words, say, language, today]);
}

/** A row leads to its case. It is not opened before it is clicked: opening a case is logged. */
export const caseLink: RowLink<CaseLine> = {
  column: 'applicant',
  link: (line, content, props) => (
    <Link {...props} at={caseAt} params={{ id: line.id }} preload={false}>
      {content}
    </Link>
  ),
};

const looks: Readonly<Record<CaseLine['state'], string>> = {
  received: '',
  correcting: 'wait',
  reviewed: '',
  granted: 'good',
  refused: 'bad',
  withdrawn: '',
};

export function StateMark({ state }: { readonly state: CaseLine['state'] }): ReactElement {
  const words = useWords(load);
  return <span className={`mark ${looks[state]}`}>{words.states[state]}</span>;
}
