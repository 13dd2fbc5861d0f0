import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DivisionList } from '../../../staff/contract/divisions.ts';
import type { CaseList } from '../../contract/case-list.ts';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { divisionsQuery } from '../../../staff/screens/staff/places-of-work.ts';
import { RowList } from '../../../../building/staff-kit/table/row-list.tsx';
import { caseLink, useCaseColumns } from './case-cells.tsx';
import { benefitListQuery, type CaseFilter, casesQuery } from './queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

const route = getRouteApi('/cases');
type Chosen = { readonly [name in 'q' | 'state' | 'turn' | 'division' | 'policy' | 'standing']?: string };

/** Whose turn a case can be. */
const turns = ['review', 'confirm', 'family'] as const;

/** Every case within my division; the address carries the filters, so that a list can be kept and handed on. */
export function CasesScreen(): ReactElement {
  const words = useWords(zh, en);
  const chosen = route.useSearch();
  // What is not a filter of the desk is refused there, in words.
  const query = useInfiniteQuery(casesQuery(chosen as CaseFilter));
  return (
    <Page title={words.cases.title} under={chosen.q === undefined ? undefined : words.cases.found(chosen.q)}>
      <Filters key={chosen.q ?? ''} chosen={chosen} />
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <Lines pages={pages} />
            {query.hasNextPage && (
              <div className="rows-foot">
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {query.isFetchingNextPage ? words.today.loadingMore : words.today.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ pages }: { readonly pages: readonly CaseList[] }): ReactElement {
  const words = useWords(zh, en).cases;
  const columns = useCaseColumns(pages[0]?.today ?? '');
  const rows = pages.flatMap((page) => page.lines);
  if (rows.length === 0)
    return (
      <Nothing>
        <p>{words.empty}</p>
        <p>{words.emptyHint}</p>
      </Nothing>
    );
  const { receipt, benefit, applicant, subject, place, state, due, determined, received, origin } = columns;
  return (
    <RowList
      name="cases"
      caption={words.caption}
      columns={[applicant, subject, benefit, place, state, due, determined, receipt, received, origin]}
      rows={rows}
      idOf={(line) => line.id}
      linked="applicant"
      link={caseLink}
    />
  );
}

function Filters({ chosen }: { readonly chosen: Chosen }): ReactElement {
  const words = useWords(zh, en);
  const say = useSay();
  const navigate = route.useNavigate();
  const divisions = useQuery(divisionsQuery);
  const benefits = useQuery(benefitListQuery);
  const [q, setQ] = useState(chosen.q ?? '');
  const choose = (name: keyof Chosen, value: string): void => {
    const { [name]: _, ...others } = chosen;
    void navigate({ search: value === '' ? others : { ...others, [name]: value } });
  };
  const picks: readonly { name: keyof Chosen; label: string; options: readonly (readonly [string, string])[] }[] = [
    { name: 'state', label: words.cases.state, options: Object.entries(words.states) },
    { name: 'turn', label: words.cases.turn, options: turns.map((turn) => [turn, words.turns[turn]] as const) },
    { name: 'standing', label: words.cases.standing, options: Object.entries(words.cases.standings) },
    { name: 'division', label: words.cases.place, options: placesOf(divisions.data, say) },
    {
      name: 'policy',
      label: words.cases.benefit,
      options: benefits.data?.benefits.map((one) => [one.policy, say(one.title)] as const) ?? [],
    },
  ];
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        choose('q', q.trim());
      }}
    >
      <Field label={words.cases.q}>
        {(control) => <Input {...control} value={q} maxLength={60} onChange={(event) => setQ(event.target.value)} />}
      </Field>
      <Button htmlType="submit">{words.cases.find}</Button>
      {picks.map((pick) => (
        <Field key={pick.name} label={pick.label}>
          {(control) => (
            <select
              {...control}
              className="pick"
              value={chosen[pick.name] ?? ''}
              onChange={(event) => choose(pick.name, event.target.value)}
            >
              <option value="">{words.cases.all}</option>
              {pick.options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      {Object.keys(chosen).length > 0 && (
        <Button
          type="link"
          onClick={() => {
            setQ('');
            void navigate({ search: {} });
          }}
        >
          {words.cases.clear}
        </Button>
      )}
    </form>
  );
}

/** Villages stand indented under their township. */
function placesOf(
  list: DivisionList | undefined,
  say: (words: { 'zh-CN': string; en: string }) => string,
): readonly (readonly [string, string])[] {
  return (
    list?.divisions.map(({ code, name }) => [code, `${code.endsWith('000') ? '' : '\u3000'}${say(name)}`] as const) ??
    []
  );
}
