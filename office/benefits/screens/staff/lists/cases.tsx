import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import type { CaseLine, CaseList } from '../../../contract/case-list.ts';
import type { Branch } from '../../../../../building/staff-kit/choice/tri-state.ts';
import type { Option } from '../../../../../building/staff-kit/choice/option.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../../building/staff-kit/layout/page.tsx';
import {
  type Asks,
  filtersOf,
  searchOf,
  useKeptFilters,
} from '../../../../../building/staff-kit/table/ask/kept-filters.ts';
import { useGo, useHere } from '../../../../../building/staff-kit/place/link.tsx';
import type { Column, ColumnFilter } from '../../../../../building/staff-kit/table/column.ts';
import type { Choosing } from '../../../../../building/staff-kit/table/choose/selection.ts';
import { List } from '../../../../../building/staff-kit/table/list.tsx';
import { useGrowing } from '../../../../../building/staff-kit/table/source.ts';
import { useMe } from '../../../../staff/screens/staff/session.ts';
import { usePlacesOfWork } from '../../../../staff/screens/staff/places-of-work.ts';
import { casesAt } from '../addresses.ts';
import { caseLink, useCaseColumns } from './case-cells.tsx';
import { benefitListQuery, type CaseFilter, casesQuery } from '../queries.ts';
import { load } from '../words/made/load.ts';

/** The address carries the filters, so that a list can be kept and handed on. */
const asksOf = (branches: readonly Branch[]): Asks => ({
  applicant: { name: 'q', kind: 'text' },
  state: { name: 'state', kind: 'some' },
  turn: { name: 'turn', kind: 'some' },
  due: { name: 'standing', kind: 'some' },
  place: { name: 'division', kind: 'places', branches },
  benefit: { name: 'policy', kind: 'some' },
});

/** Every case within my division. */
export function CasesScreen(): ReactElement {
  const words = useWords(load).cases;
  const { search: chosen } = useHere(casesAt);
  const go = useGo();
  // What is not a filter of the desk is refused there, in words.
  const query = useInfiniteQuery(casesQuery(chosen as CaseFilter));
  const source = useGrowing(query, linesOf);
  const branches = usePlacesOfWork();
  const asks = useMemo(() => asksOf(branches), [branches]);
  const columns = useColumns(branches);
  const kept = useKeptFilters(
    useMemo(() => filtersOf(chosen, asks), [chosen, asks]),
    (filters) => void go(casesAt, { search: searchOf(filters, asks) }),
  );
  return (
    <Page title={words.title} under={chosen.q === undefined ? undefined : words.found({ q: chosen.q })}>
      <Loaded query={query}>
        {() => (
          <List
            name="cases"
            caption={words.caption}
            columns={columns}
            source={source}
            idOf={(line) => line.id}
            leads={caseLink}
            kept={kept}
            choosing={toTakeAlong}
            empty={
              <>
                <p>{words.empty}</p>
                <p>{words.emptyHint}</p>
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

/** Chosen cases go into a file or onto paper; each is decided by itself. */
const toTakeAlong: Choosing<CaseLine> = { nameOf: ({ receipt }) => receipt };

const linesOf = (page: CaseList): readonly CaseLine[] => page.lines;

/** Whose turn a case can be. */
const turns = ['review', 'confirm', 'family'] as const;

function useColumns(branches: readonly Branch[]): readonly Column<CaseLine>[] {
  const words = useWords(load);
  const say = useSay();
  const { today } = useMe();
  const benefits = useQuery(benefitListQuery).data?.benefits;
  const columns = useCaseColumns(today);
  return useMemo(() => {
    const one = (options: readonly Option[]): { filter: ColumnFilter; filteredBy: 'server' } => ({
      filter: { kind: 'one', options },
      filteredBy: 'server',
    });
    const { applicant, subject, benefit, place, state, due, determined, receipt, received, origin, turn } = columns;
    const named = (names: Readonly<Record<string, string>>): readonly Option[] =>
      Object.entries(names).map(([id, text]) => ({ id, text }));
    return [
      { ...applicant, filterHead: words.cases.q, filter: { kind: 'text' }, filteredBy: 'server' },
      subject,
      { ...benefit, ...one(benefits?.map(({ policy, title }) => ({ id: policy, text: say(title) })) ?? []) },
      { ...place, filter: { kind: 'places', branches }, filteredBy: 'server' },
      { ...state, ...one(named(words.states)) },
      { ...due, filterHead: words.cases.standing, ...one(named(words.cases.standings)) },
      determined,
      receipt,
      received,
      origin,
      { ...turn, ...one(turns.map((id) => ({ id, text: words.turns[id] }))), begins: 'hidden' },
      { ...columns.documents, begins: 'hidden' },
    ];
  }, [columns, branches, benefits, words, say]);
}
