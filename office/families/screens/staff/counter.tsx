import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import type { LookUpAnswer, PersonLine } from '../../contract/look-up.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Loaded, Nothing, Page } from '../../../../building/staff-kit/layout/page.tsx';
import type { Column } from '../../../../building/staff-kit/table/column.ts';
import type { RowLink } from '../../../../building/staff-kit/table/line.tsx';
import { List } from '../../../../building/staff-kit/table/list.tsx';
import { Link, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { counterAt, familyAt, newFamilyAt } from './addresses.ts';
import { PurposeField } from './purpose-field.tsx';
import { lookUpQuery } from './queries.ts';
import { load } from './words/made/load.ts';

// A number that names someone does not stay in the address bar or the history: it is kept here while the page is open.
let lastAsked = { q: '', purpose: '' };

/** Someone stands at the counter: find them, by whatever they can tell. */
export function CounterScreen(): ReactElement {
  const words = useWords(load).counter;
  const search = useHere(counterAt).search;
  const me = useMe();
  const [purpose, setPurpose] = useState(search.purpose ?? lastAsked.purpose);
  const [q, setQ] = useState(lastAsked.q);
  const [asked, setAsked] = useState(lastAsked);
  const [tried, setTried] = useState(false);
  const query = useQuery(lookUpQuery(asked.q, asked.purpose));
  const typed = q.trim();
  return (
    <Page
      title={words.title}
      end={
        holds(me, 'receive') && (
          <Link at={newFamilyAt} search={purpose === '' ? {} : { purpose }}>
            {words.newFamily}
          </Link>
        )
      }
    >
      <form
        className="card filters"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (purpose === '' || typed === '') return;
          lastAsked = { q: typed, purpose };
          if (typed === asked.q && purpose === asked.purpose) void query.refetch();
          else setAsked(lastAsked);
        }}
      >
        <PurposeField
          value={purpose}
          change={setPurpose}
          error={tried && purpose === '' ? words.purposeMissing : undefined}
        />
        <TextField
          className="grows"
          label={words.q}
          error={tried && typed === '' ? words.qMissing : undefined}
          value={q}
          maxLength={60}
          autoComplete="off"
          change={setQ}
        />
        <Button look="solid" submit>
          {words.find}
        </Button>
        <p className="soft">{words.purposeHint}</p>
      </form>
      {asked.q === '' ? (
        <Nothing>{words.begin}</Nothing>
      ) : (
        <Loaded query={query}>{(answer) => <Found answer={answer} purpose={asked.purpose} />}</Loaded>
      )}
    </Page>
  );
}

/** A row leads to the person's family. Not opened before it is clicked: opening a record is logged. */
function useLeads(purpose: string): RowLink<PersonLine> {
  return useMemo(
    () => ({
      column: 'name',
      link: (line, content, props) => (
        <Link
          {...props}
          at={familyAt}
          params={{ id: line.familyId }}
          search={{ purpose, who: line.id }}
          preload={false}
        >
          {content}
        </Link>
      ),
    }),
    [purpose],
  );
}

function useColumns(): readonly Column<PersonLine>[] {
  const words = useWords(load).counter;
  const say = useSay();
  return useMemo(() => {
    const text = (of: (line: PersonLine) => string): Pick<Column<PersonLine>, 'cell' | 'held'> => ({
      cell: of,
      held: of,
    });
    return [
      { key: 'name', phone: 'head', head: words.name, ...text((line) => line.maskedName) },
      { key: 'birth', phone: 'end', head: words.birth, ...text((line) => line.birth) },
      { key: 'identity', head: words.identity, cell: (line) => line.maskedIdentity ?? '' },
      { key: 'phone', head: words.phone, cell: (line) => line.maskedPhone ?? '' },
      { key: 'place', phone: 'plain', head: words.place, ...text((line) => say(line.residence.name)) },
      { key: 'alive', head: words.remark, look: 'quiet', cell: (line) => (line.alive ? '' : words.dead) },
    ];
  }, [words, say]);
}

/** Who was found. It stays on the screen: people are looked for one at a time, not listed. */
function Found({ answer, purpose }: { readonly answer: LookUpAnswer; readonly purpose: string }): ReactElement {
  const words = useWords(load).counter;
  const columns = useColumns();
  const leads = useLeads(purpose);
  return (
    <>
      <List
        name="counter"
        caption={words.caption}
        columns={columns}
        source={{ kind: 'whole', rows: answer.people }}
        idOf={(line) => line.id}
        leads={leads}
        takes={false}
        empty={
          <>
            <p>{words.none}</p>
            <p>{words.noneHint}</p>
          </>
        }
      />
      {answer.people.length > 0 && (
        <div className="rows-foot">
          <span>{words.by[answer.by]}</span>
          {answer.more && <span className="due soon">{words.more}</span>}
        </div>
      )}
    </>
  );
}
