import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { FamilyRecord, PersonRecord } from '../../contract/record.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { useLanguage, useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Loaded, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { Link, useGo, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { Parts } from '../../../../building/staff-kit/place/screens.tsx';
import { holds, useMe } from '../../../staff/screens/staff/session.ts';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { AddAccount, AddChild } from './add-to-family.tsx';
import { counterAt, familyAt } from './addresses.ts';
import { CorrectPerson } from './correct-person.tsx';
import { familyPage } from './family-page.ts';
import { PurposeField } from './purpose-field.tsx';
import { familyQuery } from './queries.ts';
import { load } from './words/made/load.ts';
import type { Words } from './words/made/words.ts';

/** A family's record in full, beside it what other desks can do for the family. Opening it is logged, and the screen says so. */
export function FamilyScreen(): ReactElement {
  const { params, search } = useHere(familyAt);
  const { id } = params;
  const { purpose = '', who } = search;
  const words = useWords(load).family;
  const query = useQuery(familyQuery(id, purpose));
  // Whom the clerk looked for stands for the family.
  const first = query.data?.people.find((person) => person.id === who) ?? query.data?.people[0];
  return (
    <Page
      title={first === undefined ? words.untitled : words.title({ name: first.name })}
      end={
        <Link at={counterAt} search={purpose === '' ? {} : { purpose }}>
          {words.back}
        </Link>
      }
    >
      {purpose === '' ? (
        <AskPurpose />
      ) : (
        <Loaded query={query}>
          {(record) => (
            <div className="two">
              <Record record={record} purpose={purpose} />
              <div>
                <Parts of={familyPage} hands={{ family: record.id, purpose, who }} />
              </div>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function AskPurpose(): ReactElement {
  const words = useWords(load);
  const { params } = useHere(familyAt);
  const go = useGo();
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      className="card filters"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (purpose !== '') void go(familyAt, { params, search: { purpose }, replace: true });
      }}
    >
      <PurposeField
        value={purpose}
        change={setPurpose}
        error={tried && purpose === '' ? words.counter.purposeMissing : undefined}
      />
      <Button look="solid" submit>
        {words.family.open}
      </Button>
      <p className="soft">{words.counter.purposeHint}</p>
    </form>
  );
}

type Doing =
  | { readonly what: 'child' }
  | { readonly what: 'account' }
  | { readonly what: 'correct'; readonly person: PersonRecord };

function Record({ record, purpose }: { readonly record: FamilyRecord; readonly purpose: string }): ReactElement {
  const words = useWords(load).family;
  const say = useSay();
  const me = useMe();
  const [doing, setDoing] = useState<Doing>();
  const stop = (): void => setDoing(undefined);
  const mayEnter = holds(me, 'receive', 'review');
  return (
    <div>
      <p className="soft intro">{words.logged({ purpose: say(record.purpose) })}</p>
      <Card title={words.people} end={say(record.residence.name)}>
        {record.people.map((person) => (
          <Person
            key={person.id}
            person={person}
            record={record}
            correct={mayEnter ? () => setDoing({ what: 'correct', person }) : undefined}
          />
        ))}
        {mayEnter && (
          <p>
            <Button press={() => setDoing({ what: 'child' })}>{words.addChild}</Button>
          </p>
        )}
      </Card>
      {doing?.what === 'correct' && (
        <CorrectPerson key={doing.person.id} person={doing.person} familyId={record.id} purpose={purpose} stop={stop} />
      )}
      {doing?.what === 'child' && <AddChild record={record} purpose={purpose} stop={stop} />}
      <Card title={words.accounts}>
        {record.accounts.length === 0 && <p className="soft">{words.noAccount}</p>}
        <dl className="facts">
          {record.accounts.map((account) => (
            <div key={account.id} className="fact">
              <dt>{account.holderName}</dt>
              <dd>
                {account.bank} {words.ending({ last4: account.last4 })}
              </dd>
            </div>
          ))}
        </dl>
        {mayEnter && (
          <p>
            <Button press={() => setDoing({ what: 'account' })}>{words.addAccount}</Button>
          </p>
        )}
      </Card>
      {doing?.what === 'account' && <AddAccount record={record} purpose={purpose} stop={stop} />}
    </div>
  );
}

interface PersonProps {
  readonly person: PersonRecord;
  readonly record: FamilyRecord;
  readonly correct: (() => void) | undefined;
}

function Person({ person, record, correct }: PersonProps): ReactElement {
  const words = useWords(load);
  const language = useLanguage();
  const kin = kinOf(person, record, words.family);
  return (
    <div className="person">
      <div>
        <b>{person.name}</b>{' '}
        {person.diedOn !== undefined && (
          <span className="mark">{words.family.died({ day: dayText(person.diedOn, language) })}</span>
        )}{' '}
        <span className="soft">{kin.join(words.family.betweenKin)}</span>
        <dl className="facts">
          <dt>{words.person.birth}</dt>
          <dd>{person.birth}</dd>
          {person.identity !== undefined && (
            <>
              <dt>{words.person.identity}</dt>
              <dd>{person.identity}</dd>
            </>
          )}
          {person.phone !== undefined && (
            <>
              <dt>{words.counter.phone}</dt>
              <dd>{person.phone}</dd>
            </>
          )}
        </dl>
      </div>
      {correct !== undefined && (
        <Button small press={correct} aria-label={words.family.correct({ name: person.name })}>
          {words.family.correctShort}
        </Button>
      )}
    </div>
  );
}

type KinshipKind = FamilyRecord['kinships'][number]['kind'];

/** How a person is linked to the others of the record: `父母：马建国、李梅`. */
function kinOf(person: PersonRecord, record: FamilyRecord, words: Words['family']): readonly string[] {
  const namesOf = (ids: readonly string[]): readonly string[] =>
    record.people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const leading = (kind: KinshipKind): readonly string[] =>
    record.kinships.filter((link) => link.kind === kind && link.from === person.id).map(({ to }) => to);
  const coming = (kind: KinshipKind): readonly string[] =>
    record.kinships.filter((link) => link.kind === kind && link.to === person.id).map(({ from }) => from);
  const kin = [
    ['parents', coming('parent')],
    ['children', leading('parent')],
    ['guardians', coming('guardian')],
    ['wards', leading('guardian')],
    ['spouse', [...leading('spouse'), ...coming('spouse')]],
  ] as const;
  return kin.flatMap(([as, ids]) => {
    const names = namesOf(ids);
    return names.length === 0 ? [] : [words.kin[as]({ names: names.join(words.betweenNames) })];
  });
}
