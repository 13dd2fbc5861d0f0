import type { Language } from '../../../../../values/language.ts';
import type { MyDraft } from '../../../contract/follow.ts';
import { Button, ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { Phrases } from '../../../../../building/web-kit/shown/phrases.tsx';
import { said } from '../../../../../building/web-kit/say.ts';
import { wordsIn } from '../words/made/all.ts';
import { periodWords } from '../../../../../values/day-words.ts';

export function throwAwayHref(id: string): string {
  return `/my/drafts/${id}/throw-away`;
}

/** The benefit, and the period once it is chosen. */
export function draftTitle({ title, period }: MyDraft, language: Language): string {
  const benefit = said(title, language);
  if (period === undefined) return benefit;
  return wordsIn(language).mine.caseTitle({ benefit, period: periodWords(period, language) });
}

interface Props {
  readonly language: Language;
  readonly draft: MyDraft;
  readonly formToken: string;
}

/** Asks once more before an unfinished application is thrown away. */
export function ThrowAwayPage({ language, draft, formToken }: Props) {
  const words = wordsIn(language);
  return (
    <>
      <h1>
        <Phrases text={words.throwAway.title} />
      </h1>
      <p class="lede">
        {draftTitle(draft, language)}
        {draft.subject === undefined ? null : (
          <>
            <br />
            {draft.subject}
          </>
        )}
      </p>
      <p>{words.throwAway.says}</p>
      <form method="post" action={throwAwayHref(draft.id)}>
        <input type="hidden" name="form-token" value={formToken} />
        <div class="actions">
          <ButtonLink href="/my" wide>
            {words.throwAway.no}
          </ButtonLink>
          <Button look="quiet" wide>
            {words.throwAway.yes}
          </Button>
        </div>
      </form>
    </>
  );
}
