import type { Language } from '../../../../../values/language.ts';
import type { MyCases, MyDraft } from '../../../contract/follow.ts';
import type { Day } from '../../../../../values/day.ts';
import { Button, ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { DoorsList } from '../../../../../building/web-kit/shown/doors-list.tsx';
import { said } from '../../../../../building/web-kit/say.ts';
import { dayWords, periodWords } from '../../../../../values/day-words.ts';
import { Notice } from '../../../../../building/web-kit/shown/notice.tsx';
import { Tag } from '../../../../../building/web-kit/shown/tag.tsx';
import { followHref } from './receipt.tsx';
import { draftTitle, throwAwayHref } from '../apply/throw-away.tsx';
import { wordsIn } from '../words/made/all.ts';

type Line = MyCases['cases'][number];
type State = Line['state'];

const tones: Record<State, 'good' | 'wait' | 'bad' | 'plain'> = {
  received: 'plain',
  correcting: 'wait',
  reviewed: 'plain',
  granted: 'plain',
  refused: 'bad',
  withdrawn: 'plain',
};

function isOpen(state: State): boolean {
  return state === 'received' || state === 'reviewed';
}

function CaseCard({ line, today, language }: { line: Line; today: Day; language: Language }) {
  const words = wordsIn(language).mine;
  const due = dayWords(line.dueOn, language);
  const late = isOpen(line.state) && line.dueOn < today;
  const dueLine = late
    ? words.overdue({ day: due })
    : line.dueProvisional
      ? words.dueProvisional({ day: due })
      : words.due({ day: due });
  return (
    <li class="card">
      <header>
        <h2>
          <a href={followHref(line.receipt)}>
            {words.caseTitle({ benefit: said(line.title, language), period: periodWords(line.period, language) })}
          </a>
        </h2>
        <Tag tone={late ? 'bad' : tones[line.state]}>{said(line.progress, language)}</Tag>
      </header>
      <p>{line.subject}</p>
      <p class="small">
        {words.receipt({ number: line.receipt })}
        {isOpen(line.state) ? (
          <>
            <br />
            {dueLine}
          </>
        ) : null}
      </p>
    </li>
  );
}

function DraftCard({ draft, language }: { draft: MyDraft; language: Language }) {
  const words = wordsIn(language).mine;
  const goOn = `/apply/${draft.policyAddress}`;
  return (
    <li class="card">
      <header>
        <h2>
          <a href={goOn}>{draftTitle(draft, language)}</a>
        </h2>
        <Tag tone="wait">{words.draft}</Tag>
      </header>
      {draft.subject === undefined ? null : <p>{draft.subject}</p>}
      <p class="small">{words.draftKept({ day: dayWords(draft.keptUntil, language), photos: draft.photos })}</p>
      <ButtonLink href={goOn} wide>
        {words.goOn}
      </ButtonLink>
      <p class="links">
        <a href={throwAwayHref(draft.id)}>{words.throwAway}</a>
      </p>
    </li>
  );
}

export interface MyCasesProps {
  readonly language: Language;
  readonly today: Day;
  readonly formToken: string;
  readonly cases: readonly Line[];
  /** Begun and not handed in. */
  readonly drafts: readonly MyDraft[];
  /** An unfinished application was just thrown away. */
  readonly thrownAway: boolean;
}

/** Everything this family has asked for, newest first, after what it has begun and not handed in. */
export function MyCasesPage({ language, today, cases, drafts, thrownAway, formToken }: MyCasesProps) {
  const words = wordsIn(language).mine;
  return (
    <>
      <h1>{words.title}</h1>
      {thrownAway ? <Notice tone="good" title={words.thrownAway} /> : null}
      {cases.length === 0 && drafts.length === 0 ? (
        <>
          <p class="lede">{words.none}</p>
          <p>{words.noneSays}</p>
          <p>
            <ButtonLink href="/check" wide>
              {words.begin}
            </ButtonLink>
          </p>
        </>
      ) : (
        <ul class="cards">
          {drafts.map((draft) => (
            <DraftCard draft={draft} language={language} />
          ))}
          {cases.map((line) => (
            <CaseCard line={line} today={today} language={language} />
          ))}
        </ul>
      )}
      <DoorsList
        ways={[
          { href: '/my/payments', name: words.money, says: words.moneySays },
          { href: '/my/record', name: words.record, says: words.recordSays },
          { href: '/check', name: words.newOne, says: words.newOneSays },
        ]}
      />
      <form method="post" action="/sign-out">
        <input type="hidden" name="form-token" value={formToken} />
        <p class="links">
          <Button look="plainly">{words.signOut}</Button>
        </p>
      </form>
    </>
  );
}
