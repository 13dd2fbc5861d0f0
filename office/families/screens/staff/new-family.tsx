import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import type { Division } from '../../../../values/division.ts';
import type { AccountInput, EnterFamily, Entered } from '../../contract/register.ts';
import { Select } from '../../../../building/staff-kit/choice/select.tsx';
import { Checkbox } from '../../../../building/staff-kit/choice/checkbox.tsx';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { focusFirstFault } from '../../../../building/staff-kit/form/first-focus.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Page } from '../../../../building/staff-kit/layout/page.tsx';
import { divisionsQuery } from '../../../staff/screens/staff/places-of-work.ts';
import { Link, useHere } from '../../../../building/staff-kit/place/link.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { AccountFields, isWhole, noAccount } from './account-fields.tsx';
import { counterAt, familyAt, newFamilyAt } from './addresses.ts';
import { noPerson, type PersonEntry, personInputOf } from './person-entry.ts';
import { PersonFields } from './person-fields.tsx';
import { PurposeField } from './purpose-field.tsx';
import { familiesKey } from './queries.ts';
import { load } from './words/made/load.ts';
import type { Words } from './words/made/words.ts';

interface Entry {
  readonly purpose: string;
  readonly residence: string;
  readonly adult: PersonEntry;
  readonly child: PersonEntry;
  readonly withChild: boolean;
  readonly link: 'parent' | 'guardian';
  readonly account: AccountInput;
  readonly withAccount: boolean;
}

/** A family that is not in the register yet: an adult, and if they wish at once a child and an account. */
export function NewFamilyScreen(): ReactElement {
  const words = useWords(load);
  const { purpose = '' } = useHere(newFamilyAt).search;
  const [entry, setEntry] = useState<Entry>({
    purpose,
    residence: '',
    adult: noPerson,
    child: noPerson,
    withChild: true,
    link: 'parent',
    account: noAccount,
    withAccount: false,
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Entry>): void => setEntry((now) => ({ ...now, ...part }));
  const client = useQueryClient();
  const entering = useMutation({
    mutationFn: (body: EnterFamily) => write<Entered>('POST', '/api/office/families', body),
    onSuccess: () => client.invalidateQueries({ queryKey: [...familiesKey, 'look-up'] }),
  });
  const faults = faultsIn(entry, words);
  if (entering.data !== undefined) return <Done entered={entering.data} purpose={entry.purpose} />;
  return (
    <Page title={words.enter.title} end={<Link at={counterAt}>{words.family.back}</Link>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (faults.length === 0) entering.mutate(inputOf(entry));
          else focusFirstFault(event.currentTarget);
        }}
      >
        <p className="soft intro">{words.enter.hint}</p>
        <Card title={words.enter.place}>
          <div className="fields">
            <PurposeField
              value={entry.purpose}
              change={(chosen) => change({ purpose: chosen })}
              error={tried && entry.purpose === '' ? words.counter.purposeMissing : undefined}
            />
            <VillageField value={entry.residence} change={(residence) => change({ residence })} tried={tried} />
          </div>
        </Card>
        <Card title={words.enter.adult}>
          <PersonFields
            entry={entry.adult}
            change={(part) => change({ adult: { ...entry.adult, ...part } })}
            tried={tried}
            withPhone
          />
        </Card>
        <Card title={words.enter.child}>
          <Checkbox ticked={entry.withChild} change={(withChild) => change({ withChild })}>
            {words.enter.withChild}
          </Checkbox>
          {entry.withChild && (
            <>
              <PersonFields
                entry={entry.child}
                change={(part) => change({ child: { ...entry.child, ...part } })}
                tried={tried}
                withPhone={false}
              />
              <LinkField value={entry.link} change={(link) => change({ link })} />
            </>
          )}
        </Card>
        <Card title={words.enter.account}>
          <Checkbox ticked={entry.withAccount} change={(withAccount) => change({ withAccount })}>
            {words.enter.withAccount}
          </Checkbox>
          {entry.withAccount && (
            <AccountFields
              entry={entry.account}
              change={(part) => change({ account: { ...entry.account, ...part } })}
            />
          )}
        </Card>
        {tried && faults.length > 0 && <Faults faults={faults} />}
        {entering.isError && <ProblemNote error={entering.error} where={(at) => partOf(at, words)} />}
        <Button look="solid" submit busy={entering.isPending}>
          {words.enter.save}
        </Button>
      </form>
    </Page>
  );
}

/** The part of the form that a fault of the desk is about. */
function partOf(at: string, words: Words): string | undefined {
  const [, part] = at.split(/[./]/);
  return part === 'adult' || part === 'child' || part === 'account' ? words.enter[part] : undefined;
}

function faultsIn(entry: Entry, words: Words): readonly string[] {
  const person = ({ name, birth }: PersonEntry, who: string): string[] => [
    ...(name.trim() === '' ? [`${who} · ${words.enter.nameMissing}`] : []),
    ...(readDay(birth) === undefined ? [`${who} · ${words.enter.birthMissing}`] : []),
  ];
  return [
    ...(entry.purpose === '' ? [words.counter.purposeMissing] : []),
    ...(entry.residence === '' ? [words.enter.placeMissing] : []),
    ...person(entry.adult, words.enter.adult),
    ...(entry.withChild ? person(entry.child, words.enter.child) : []),
    ...(entry.withAccount && !isWhole(entry.account) ? [words.enter.accountMissing] : []),
  ];
}

function inputOf(entry: Entry): EnterFamily {
  return {
    purpose: entry.purpose,
    residence: entry.residence as Division,
    adult: personInputOf(entry.adult),
    ...(entry.withChild ? { child: personInputOf(entry.child), link: entry.link } : {}),
    ...(entry.withAccount ? { account: entry.account } : {}),
  };
}

export function Faults({ faults }: { readonly faults: readonly string[] }): ReactElement {
  const words = useWords(load).enter;
  return (
    <div className="field-error" role="alert">
      {words.faults}
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}

export function LinkField({
  value,
  change,
}: {
  readonly value: 'parent' | 'guardian';
  readonly change: (link: 'parent' | 'guardian') => void;
}): ReactElement {
  const words = useWords(load).enter;
  return (
    <Select
      label={words.link}
      options={[
        { id: 'parent', text: words.parent },
        { id: 'guardian', text: words.guardian },
      ]}
      value={value}
      change={(link) => change(link === 'guardian' ? 'guardian' : 'parent')}
    />
  );
}

interface VillageProps {
  readonly value: string;
  readonly change: (residence: string) => void;
  readonly tried: boolean;
}

const townshipOf = (code: string): string => `${code.slice(0, 9)}000`;

/** Families live in villages; townships only head the list. */
function VillageField({ value, change, tried }: VillageProps): ReactElement {
  const words = useWords(load).enter;
  const say = useSay();
  const divisions = useQuery(divisionsQuery);
  const all = divisions.data?.divisions ?? [];
  const villages = all.filter((one) => !one.code.endsWith('000'));
  const nameOf = (code: string): string => {
    const found = all.find((one) => one.code === code);
    return found === undefined ? '' : say(found.name);
  };
  return (
    <Select
      label={words.place}
      error={tried && value === '' ? words.placeMissing : undefined}
      placeholder={words.choose}
      options={villages.map((one) => ({ id: one.code, text: say(one.name), group: nameOf(townshipOf(one.code)) }))}
      value={value}
      change={change}
    />
  );
}

function Done({ entered, purpose }: { readonly entered: Entered; readonly purpose: string }): ReactElement {
  const words = useWords(load);
  const say = useSay();
  return (
    <Page title={words.enter.done}>
      <output className="card">
        {entered.warnings.length > 0 && (
          <>
            <p>{words.enter.please}</p>
            <ul>
              {entered.warnings.map((warning) => (
                <li key={warning['zh-CN']}>{say(warning)}</li>
              ))}
            </ul>
          </>
        )}
        <Link at={familyAt} params={{ id: entered.familyId }} search={{ purpose }} preload={false}>
          {words.enter.openFamily}
        </Link>
      </output>
    </Page>
  );
}
