import './case.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { useLanguage, useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Loaded, Page } from '../../../../../building/staff-kit/layout/page.tsx';
import { useHere } from '../../../../../building/staff-kit/place/link.tsx';
import { useMe } from '../../../../staff/screens/staff/session.ts';
import { dayText } from '../../../../../building/staff-kit/date/when.ts';
import { caseAt } from '../addresses.ts';
import { Due, StateMark } from '../lists/case-cells.tsx';
import { CounterActs } from '../act/at-the-counter.tsx';
import { DecidePart } from '../act/by-the-office.tsx';
import { DeterminationCard } from './determination.tsx';
import { FamilyCard } from './family.tsx';
import { PapersCard } from './papers.tsx';
import { CorrectionCard, TimelineCard } from './timeline.tsx';
import { DecisionLetter } from './decision-letter.tsx';
import { Neighbours } from './neighbours.tsx';
import { caseQuery } from '../queries.ts';
import { load } from '../words/made/load.ts';

/** One case: the evidence on the left, what the policy says and the decision on the right. */
export function CaseScreen(): ReactElement {
  const { id } = useHere(caseAt).params;
  const words = useWords(load);
  const query = useQuery(caseQuery(id));
  if (query.data !== undefined) return <OpenedCase key={id} file={query.data} query={query} />;
  return (
    <Page title={words.cases.title} end={<Neighbours id={id} />}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

interface OpenedProps {
  readonly file: CaseFile;
  readonly query: { readonly data: CaseFile | undefined; readonly error: unknown; readonly refetch: () => unknown };
}

function OpenedCase({ file, query }: OpenedProps): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  return (
    <Page
      title={`${say(file.title)} · ${file.applicant.name}`}
      under={
        <>
          {file.receipt} · {say(file.subject.residence.name)} · {words.period({ period: file.period })}{' '}
          <StateMark state={file.state} />
        </>
      }
      end={
        <>
          <Term file={file} />
          <Neighbours id={file.id} />
        </>
      }
    >
      <Loaded query={query}>{() => null}</Loaded>
      <div className="two case">
        <div>
          <FamilyCard file={file} />
          <PapersCard file={file} />
          {file.correction !== null && <CorrectionCard correction={file.correction} />}
          <TimelineCard entries={file.timeline} />
        </div>
        <div>
          <DeterminationCard file={file} />
          <DecidePart file={file} />
          {file.decision !== null && <DecisionLetter file={file} decision={file.decision} />}
          <CounterActs file={file} />
        </div>
      </div>
    </Page>
  );
}

function Term({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(load).one;
  const language = useLanguage();
  const { today } = useMe();
  if (file.standing === 'waiting') return <span className="due soon">{words.clockPaused}</span>;
  if (file.standing === 'closed') return <span className="soft">{words.closed}</span>;
  const day = dayText(file.dueOn, language, { thisYear: Number(today.slice(0, 4)) });
  return (
    <span>
      <Due line={file} today={today} />{' '}
      <span className="soft">
        {file.standing !== 'overdue' && file.workingDaysLeft !== null && file.workingDaysLeft > 0
          ? words.left({ days: file.workingDaysLeft })
          : words.dueOn({ day })}
      </span>
    </span>
  );
}
