import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card } from '../../../../../building/staff-kit/layout/page.tsx';
import { Link } from '../../../../../building/staff-kit/place/link.tsx';
import { familyAt } from '../../../../families/screens/staff/addresses.ts';
import { holds, useMe } from '../../../../staff/screens/staff/session.ts';
import { load } from '../words/made/load.ts';

/** Who asks, for whom, and where the money would go. */
export function FamilyCard({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const me = useMe();
  const { applicant, subject, account } = file;
  const nationality =
    subject.nationality === undefined
      ? undefined
      : subject.nationality === 'CN'
        ? words.chinese
        : words.nationality({ code: subject.nationality });
  const bit = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');
  return (
    <Card title={words.family} end={words.purpose({ purpose: say(file.purpose) })}>
      <dl className="facts">
        <dt>{words.applicant}</dt>
        <dd>{bit(applicant.name, applicant.maskedPhone, applicant.maskedIdentity)}</dd>
        <dt>{words.subject}</dt>
        <dd>{bit(subject.name, subject.birth, subject.maskedIdentity, nationality)}</dd>
        <dt>{words.relation}</dt>
        <dd className={applicant.relation === 'none' ? 'due soon' : ''}>{words.relations[applicant.relation]}</dd>
        <dt>{words.place}</dt>
        <dd>{say(subject.residence.name)}</dd>
        <dt>{words.account}</dt>
        <dd>
          {bit(account.bank, words.ending({ last4: account.last4 }), words.holder({ name: account.holderName }))}
          <br />
          <span className={account.holderIs === 'other' ? 'due soon' : 'soft'}>{words.holders[account.holderIs]}</span>
        </dd>
        {file.answers.length > 0 && (
          <>
            <dt>{words.answers}</dt>
            <dd>
              {file.answers.map((answer) => (
                <div key={answer.fact}>
                  {say(answer.words)} <b>{answer.value}</b>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <p className="soft">
        {words.logged}{' '}
        {holds(me, 'receive') && (
          <Link at={familyAt} params={{ id: file.familyId }} preload={false}>
            {words.openFamily}
          </Link>
        )}
      </p>
    </Card>
  );
}
