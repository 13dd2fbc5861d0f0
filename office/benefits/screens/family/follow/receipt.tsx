import type { Language } from '../../../../../values/language.ts';
import type { MyCase } from '../../../contract/follow.ts';
import { ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { Notice } from '../../../../../building/web-kit/shown/notice.tsx';
import { Phrases } from '../../../../../building/web-kit/shown/phrases.tsx';
import { dueDayWords, inARow, said } from '../../../../../building/web-kit/say.ts';
import { Slip } from '../../../../../building/web-kit/shown/slip.tsx';
import { wordsIn } from '../words/made/all.ts';
import { periodWords } from '../../../../../values/day-words.ts';

/** The slip of a case: its number, the code that leads to it, who and where. */
export function CaseSlip({ found, address, language }: { found: MyCase; address: string; language: Language }) {
  const words = wordsIn(language).receipt;
  return (
    <Slip numberLabel={words.number} number={found.receipt} qr={{ text: address, label: words.qrLabel }}>
      {words.ofApplicant({ name: found.applicant })}
      <br />
      {words.forChild({ name: found.subject })} · {said(found.residence.name, language)}
    </Slip>
  );
}

export interface ReceiptProps {
  readonly language: Language;
  readonly found: MyCase;
  /** The same form had been handed in before; this is the receipt it got then. */
  readonly already: boolean;
  /** The whole address at which the case is followed, for the code. */
  readonly address: string;
}

/** What the family takes away: the number, and the day by which they are answered. */
export function ReceiptPage({ language, found, already, address }: ReceiptProps) {
  const all = wordsIn(language);
  const words = all.receipt;
  return (
    <>
      <h1>
        <span class="over">
          {said(found.title, language)} · {periodWords(found.period, language)}
        </span>
        <Phrases text={already ? words.already : words.title} />
      </h1>
      <CaseSlip found={found} address={address} language={language} />
      <Notice title={words.by({ day: dueDayWords(found.dueOn, language) })}>
        <p>
          {inARow(language, [
            words.bySays({ workingDays: found.workingDays }),
            found.dueProvisional ? words.provisional : undefined,
          ])}
        </p>
      </Notice>
      <h2>{words.next}</h2>
      <ol class="plain">
        {found.path
          .filter((step) => step.state !== 'done')
          .map((step) => (
            <li>{words.step({ name: said(step.name, language), says: said(step.words, language) })}</li>
          ))}
      </ol>
      <p>{words.told}</p>
      <div class="actions">
        <ButtonLink href={followHref(found.receipt)} wide>
          {words.follow}
        </ButtonLink>
        <button class="button quiet wide" type="button" data-print hidden>
          {words.print}
        </button>
      </div>
      <p class="small screen-only">{words.takeDown}</p>
      <p class="links screen-only">
        <a href={`/apply/${found.policy.replaceAll('/', '~')}?anew=yes`}>{words.another}</a>
      </p>
      <p class="print-only every-sheet">{words.sheet({ receipt: found.receipt })}</p>
    </>
  );
}

/** The address under which a case is followed. */
export function followHref(receipt: string): string {
  return `/my/cases/${encodeURIComponent(receipt)}`;
}
