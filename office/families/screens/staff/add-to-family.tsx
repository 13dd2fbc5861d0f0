import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import type { AccountInput, EnterFamily, Entered } from '../../contract/register.ts';
import type { FamilyRecord, PersonRecord } from '../../contract/record.ts';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { useFirstFocus } from '../../../../building/staff-kit/form/first-focus.ts';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Card } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { AccountFields, isWhole, noAccount } from './account-fields.tsx';
import { Faults, LinkField } from './new-family.tsx';
import { noPerson, personInputOf } from './person-entry.ts';
import { PersonFields } from './person-fields.tsx';
import { familyQuery } from './queries.ts';
import { load } from './words/made/load.ts';

interface Props {
  readonly record: FamilyRecord;
  readonly purpose: string;
  readonly stop: () => void;
}

/** The living of a family, eldest first. */
function livingOf(record: FamilyRecord): readonly PersonRecord[] {
  return record.people.filter((one) => one.diedOn === undefined).toSorted((a, b) => a.birth.localeCompare(b.birth));
}

interface WhoProps {
  readonly label: string;
  readonly people: readonly PersonRecord[];
  readonly value: string;
  readonly change: (id: string) => void;
}

function WhoField({ label, people, value, change }: WhoProps): ReactElement {
  return (
    <Select
      label={label}
      options={people.map((person) => ({ id: person.id, text: `${person.name} ${person.birth}` }))}
      value={value}
      change={change}
    />
  );
}

/** A child comes to a family that the register knows. */
export function AddChild({ record, purpose, stop }: Props): ReactElement {
  const words = useWords(load);
  const form = useFirstFocus<HTMLFormElement>();
  const people = livingOf(record);
  const [child, setChild] = useState(noPerson);
  const [link, setLink] = useState<'parent' | 'guardian'>('parent');
  const [adultId, setAdultId] = useState<string>(people[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const entering = useMutation({
    mutationFn: (body: EnterFamily) => write<Entered>('POST', '/api/office/families', body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: familyQuery(record.id, purpose).queryKey });
      stop();
    },
  });
  const adult = people.find((one) => one.id === adultId);
  const whole = child.name.trim() !== '' && readDay(child.birth) !== undefined;
  return (
    <Card title={words.family.addChild}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!whole || adult === undefined) return;
          const residence = record.residence.code;
          entering.mutate({
            purpose,
            familyId: record.id,
            residence,
            child: personInputOf(child),
            link,
            adultId: adult.id,
          });
        }}
      >
        <PersonFields
          entry={child}
          change={(part) => setChild((now) => ({ ...now, ...part }))}
          tried={tried}
          withPhone={false}
        />
        <div className="fields">
          <WhoField label={words.enter.who} people={people} value={adultId} change={setAdultId} />
          <LinkField value={link} change={setLink} />
        </div>
        {entering.isError && <ProblemNote error={entering.error} />}
        <div className="acts">
          <Button look="solid" submit busy={entering.isPending}>
            {words.enter.save}
          </Button>
          <Button press={stop}>{words.family.nothingDone}</Button>
        </div>
      </form>
    </Card>
  );
}

/** Another account for someone of the family. */
export function AddAccount({ record, purpose, stop }: Props): ReactElement {
  const words = useWords(load);
  const form = useFirstFocus<HTMLFormElement>();
  const people = livingOf(record);
  const [personId, setPersonId] = useState<string>(people[0]?.id ?? '');
  const [account, setAccount] = useState<AccountInput>({ ...noAccount, holderName: people[0]?.name ?? '' });
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const adding = useMutation({
    mutationFn: (body: AccountInput) => write('POST', `/api/office/people/${personId}/account`, { ...body, purpose }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: familyQuery(record.id, purpose).queryKey });
      stop();
    },
  });
  return (
    <Card title={words.family.addAccount}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isWhole(account)) adding.mutate(account);
        }}
      >
        <WhoField
          label={words.counter.name}
          people={people}
          value={personId}
          change={(id) => {
            setPersonId(id);
            const holderName = people.find((one) => one.id === id)?.name;
            if (holderName !== undefined) setAccount((now) => ({ ...now, holderName }));
          }}
        />
        <AccountFields entry={account} change={(part) => setAccount((now) => ({ ...now, ...part }))} />
        {tried && !isWhole(account) && <Faults faults={[words.enter.accountMissing]} />}
        {adding.isError && <ProblemNote error={adding.error} />}
        <div className="acts">
          <Button look="solid" submit busy={adding.isPending}>
            {words.enter.save}
          </Button>
          <Button press={stop}>{words.family.nothingDone}</Button>
        </div>
      </form>
    </Card>
  );
}
