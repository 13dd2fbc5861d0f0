import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AccessLog, AccessLogQuery } from '../../contract/looks.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { momentText } from '../../../../building/staff-kit/date/when.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { load } from './words/made/load.ts';

const route = getRouteApi('/looks');

const looksQuery = (filter: Omit<AccessLogQuery, 'after'>) =>
  infiniteQueryOptions({
    queryKey: ['oversight', 'looks', filter],
    queryFn: ({ pageParam }) =>
      read<AccessLog>('/api/office/access-log', { ...filter, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** Who looked at whose record, when and why: supervision of those who may look. */
export function LooksScreen(): ReactElement {
  const words = useWords(load);
  const chosen = route.useSearch();
  // What is no day is refused by the desk, in words.
  const query = useInfiniteQuery(looksQuery(chosen as Omit<AccessLogQuery, 'after'>));
  return (
    <Page title={words.title}>
      <Filters key={JSON.stringify(chosen)} />
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <Looks looks={pages.flatMap((page) => page.looks)} />
            {query.hasNextPage && (
              <div className="rows-foot">
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {words.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Filters(): ReactElement {
  const words = useWords(load);
  const chosen = route.useSearch();
  const navigate = route.useNavigate();
  const [staff, setStaff] = useState(chosen.staff ?? '');
  const [from, setFrom] = useState(chosen.from ?? '');
  const [until, setUntil] = useState(chosen.until ?? '');
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { staff: staff.trim(), from, until };
        void navigate({ search: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) });
      }}
    >
      <Field label={words.staff}>
        {(control) => (
          <Input {...control} value={staff} maxLength={60} onChange={(event) => setStaff(event.target.value)} />
        )}
      </Field>
      <Field label={words.from}>
        {(control) => <DayInput control={control} value={from} change={(text) => setFrom(text)} />}
      </Field>
      <Field label={words.until}>
        {(control) => <DayInput control={control} value={until} change={(text) => setUntil(text)} />}
      </Field>
      <Button htmlType="submit">{words.find}</Button>
      {Object.keys(chosen).length > 0 && (
        <Button type="link" onClick={() => void navigate({ search: {} })}>
          {words.clear}
        </Button>
      )}
    </form>
  );
}

function Looks({ looks }: { readonly looks: AccessLog['looks'] }): ReactElement {
  const words = useWords(load);
  const say = useSay();
  if (looks.length === 0)
    return (
      <Nothing>
        <p>{words.none}</p>
        <p>{words.noneHint}</p>
      </Nothing>
    );
  const heads = [words.at, words.who, words.office, words.person, words.place, words.what, words.purpose];
  return (
    <Scrolled className="rows" label={words.caption}>
      <table>
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <tr key={look.id}>
              <td data-head={words.at}>
                <time dateTime={look.at}>{momentText(look.at, { withYear: true })}</time>
              </td>
              <td data-head={words.who}>
                <b>{look.who}</b>
              </td>
              <td data-head={words.office}>
                {say(look.office)} {look.dutyWords !== undefined && <span className="soft">{say(look.dutyWords)}</span>}
              </td>
              <td data-head={words.person}>{look.people.join(' ')}</td>
              <td data-head={words.place}>{say(look.residence.name)}</td>
              <td data-head={words.what}>{say(look.what)}</td>
              <td className="wrap" data-head={words.purpose}>
                {say(look.purpose)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
