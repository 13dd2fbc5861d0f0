import '../file/case.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Answers } from '../../../contract/asked.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { FamilyRecord } from '../../../../families/contract/record.ts';
import { familyQuery } from '../../../../families/screens/staff/queries.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { write } from '../../../../../building/staff-kit/ask/api.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { newKey } from '../../../../../building/staff-kit/ask/new-key.ts';
import { Card, Loaded, Page } from '../../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../../building/staff-kit/notice/problem-note.tsx';
import { meQuery, useMe } from '../../../../staff/screens/staff/session.ts';
import { type Application, applicationFrom, type Entry, faultsIn, firstEntry } from './application-entry.ts';
import { AccountCard, CheckCard, WhoCard } from './parts.tsx';
import { Photos } from '../file/photos.tsx';
import { benefitPageQuery, benefitsKey } from '../queries.ts';
import { type Applied, ReceiptSlip } from './receipt-slip.tsx';
import type { Shot } from '../shots.ts';
import { Link, useHere } from '../../../../../building/staff-kit/place/link.tsx';
import { familyAt } from '../../../../families/screens/staff/addresses.ts';
import { applyAt } from '../addresses.ts';
import { load } from '../words/made/load.ts';

/** A clerk applies for a family that sits before them: everything the record holds is chosen, not typed. */
export function ApplyScreen(): ReactElement {
  const { params, search } = useHere(applyAt);
  const { id, policy } = params;
  const { purpose = '', who } = search;
  const words = useWords(load).apply;
  const say = useSay();
  const family = useQuery(familyQuery(id, purpose));
  const benefit = useQuery(benefitPageQuery(policy));
  const title = benefit.data === undefined ? words.start : words.title({ benefit: say(benefit.data.title) });
  return (
    <Page
      title={title}
      end={
        <Link at={familyAt} params={{ id }} search={{ purpose }}>
          {words.familyBack}
        </Link>
      }
    >
      <Loaded query={benefit}>
        {(page) => (
          <Loaded query={family}>
            {(record) => <ApplyForm record={record} page={page} purpose={purpose} who={who} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface FormProps {
  readonly record: FamilyRecord;
  readonly page: BenefitPage;
  readonly purpose: string;
  /** Whom the clerk looked for at the counter. */
  readonly who: string | undefined;
}

function ApplyForm(props: FormProps): ReactElement {
  const { record, page, purpose } = props;
  const words = useWords(load).apply;
  const say = useSay();
  const me = useMe();
  const client = useQueryClient();
  const [entry, setEntry] = useState(() => firstEntry(props, me.today));
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState(false);
  // Made once for this form: sent twice, it is one case.
  const [submissionKey] = useState(() => newKey());
  const change = (part: Partial<Entry>): void => setEntry((now) => ({ ...now, ...part }));
  const handingIn = useMutation({
    mutationFn: (body: Application) => write<Applied>('POST', '/api/office/counter/applications', body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: benefitsKey });
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const child = record.people.find((person) => person.id === entry.subject);
  const known =
    child === undefined ? { birth: entry.child.birth } : { birth: child.birth, nationality: child.nationality };
  const faults = faultsIn(entry, words);
  if (handingIn.data !== undefined)
    return (
      <ReceiptSlip
        applied={handingIn.data}
        benefit={say(page.title)}
        applicant={record.people.find((person) => person.id === entry.applicant)?.name ?? ''}
        subject={child?.name ?? entry.child.name}
      />
    );
  const lacking = page.documents.filter((one) => one.required && !shots.some((shot) => shot.requirement === one.key));
  return (
    <form
      className="two apply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (faults.length === 0)
          handingIn.mutate(applicationFrom({ entry, page, purpose, record, shots, answers, submissionKey }));
      }}
    >
      <div>
        <WhoCard record={record} page={page} entry={entry} change={change} />
        <Card title={words.documents}>
          <p className="soft">{words.documentsHint}</p>
          {page.documents.map((one) => (
            <Photos
              key={one.key}
              requirement={one}
              shots={shots}
              add={(shot) => setShots((now) => [...now, shot])}
              remove={(digest) => setShots((now) => now.filter((shot) => shot.digest !== digest))}
            />
          ))}
        </Card>
      </div>
      <div>
        <CheckCard page={page} period={entry.period} known={known} answers={answers} change={setAnswers} />
        <AccountCard record={record} entry={entry} change={change} />
        <Card title={words.submit}>
          {lacking.map((one) => (
            <p key={one.key} className="soft">
              {words.photosMissing({ name: say(one.name) })}
            </p>
          ))}
          {asked && faults.length > 0 && (
            <div className="field-error" role="alert">
              {words.faults}
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </div>
          )}
          {handingIn.isError && <ProblemNote error={handingIn.error} />}
          <Button look="solid" submit busy={handingIn.isPending}>
            {handingIn.isPending ? words.submitting : words.submit}
          </Button>
        </Card>
      </div>
    </form>
  );
}
