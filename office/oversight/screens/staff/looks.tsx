import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import type { AccessLog, AccessLogQuery } from '../../contract/looks.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';
import { momentText } from '../../../../building/staff-kit/date/when.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { useKeptFilters } from '../../../../building/staff-kit/table/ask/kept-filters.ts';
import type { ListState } from '../../../../building/staff-kit/table/ask/state.ts';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { useGrowing } from '../../../../building/staff-kit/table/source.ts';
import { useGo, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { looksAt } from './addresses.ts';
import { load } from './words/made/load.ts';

const looksQuery = (filter: Omit<AccessLogQuery, 'after'>) =>
  infiniteQueryOptions({
    queryKey: ['oversight', 'looks', filter],
    queryFn: ({ pageParam }) =>
      read<AccessLog>('/api/office/access-log', { ...filter, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // The list and its open filters stay while the next answer is on its way.
    placeholderData: keepPreviousData,
  });

/**
 * Who looked at whose record, when and why: supervision of those who may look. It stays on the screen: what leaves it would itself be a
 * look that nobody wrote down.
 */
export function LooksScreen(): ReactElement {
  const words = useWords(load);
  const { search: chosen } = useHere(looksAt);
  const go = useGo();
  const columns = useColumns();
  // What is no day is refused by the desk, in words.
  const query = useInfiniteQuery(looksQuery(chosen as Omit<AccessLogQuery, 'after'>));
  const kept = useKeptFilters(
    useMemo(() => filtersOf(chosen), [chosen]),
    (filters) => void go(looksAt, { search: searchOf(filters) }),
  );
  const source = useGrowing(query, looksOf);
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {() => (
          <List
            name="looks"
            caption={words.caption}
            columns={columns}
            source={source}
            idOf={(look) => look.id}
            kept={kept}
            takes={false}
            empty={
              <>
                <p>{words.none}</p>
                <p>{words.noneHint}</p>
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

type Look = AccessLog['looks'][number];
const looksOf = (page: AccessLog): readonly Look[] => page.looks;

function useColumns(): readonly Column<Look>[] {
  const words = useWords(load);
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'at',
        head: words.at,
        cell: (look) => <time dateTime={look.at}>{momentText(look.at, { withYear: true })}</time>,
        held: (look) => look.at,
        filter: { kind: 'days' },
        filteredBy: 'server',
        phone: 'end',
      },
      {
        key: 'staff',
        head: words.who,
        filterHead: words.staff,
        cell: (look) => <b>{look.who}</b>,
        held: (look) => look.who,
        filter: { kind: 'text' },
        filteredBy: 'server',
        phone: 'head',
      },
      {
        key: 'office',
        head: words.office,
        cell: (look) => (
          <>
            {say(look.office)} {look.dutyWords !== undefined && <span className="soft">{say(look.dutyWords)}</span>}
          </>
        ),
        held: (look) => say(look.office),
      },
      { key: 'person', head: words.person, cell: (look) => look.people.join(' ') },
      {
        key: 'place',
        head: words.place,
        cell: (look) => say(look.residence.name),
        held: (look) => say(look.residence.name),
      },
      { key: 'what', head: words.what, cell: (look) => say(look.what), held: (look) => say(look.what) },
      { key: 'purpose', head: words.purpose, look: 'wrap', cell: (look) => say(look.purpose) },
    ],
    [words, say],
  );
}

type Chosen = { readonly [name in 'staff' | 'from' | 'until']?: string };

function filtersOf({ staff, from = '', until = '' }: Chosen): ListState['filters'] {
  return [
    ...(from === '' && until === '' ? [] : [{ id: 'at', value: { kind: 'between', from, until } } as const]),
    ...(staff === undefined ? [] : [{ id: 'staff', value: { kind: 'text', text: staff } } as const]),
  ];
}

function searchOf(filters: ListState['filters']): Chosen {
  const found: Record<string, string> = {};
  for (const { value } of filters) {
    if (value.kind === 'text') found['staff'] = value.text.trim();
    if (value.kind === 'between') Object.assign(found, { from: value.from, until: value.until });
  }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''));
}
