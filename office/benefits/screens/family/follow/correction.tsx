import type { Language } from '../../../../../values/language.ts';
import type { MyCase } from '../../../contract/follow.ts';
import type { GivenPhoto } from '../apply/photos.tsx';
import type { Typed } from '../check/question.tsx';
import { Button, EnterKey } from '../../../../../building/web-kit/shown/button.tsx';
import { Field } from '../../../../../building/web-kit/typed/field.tsx';
import { type FormMistake, mistakeAt, Mistakes } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { said } from '../../../../../building/web-kit/say.ts';
import { dayWords } from '../../../../../values/day-words.ts';
import { RequirementPhotos } from '../apply/photos.tsx';
import { AskedItems } from './one-case.tsx';
import { fieldOf, QuestionField } from '../check/question.tsx';
import { followHref } from './receipt.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface CorrectionProps {
  readonly language: Language;
  readonly found: MyCase;
  readonly formToken: string;
  readonly given: readonly GivenPhoto[];
  readonly typed: Readonly<Record<string, Typed>>;
  readonly explanation: string;
  readonly mistakes: readonly FormMistake[];
}

/** The one list of what is missing, and a box for each of it; what can't be had is said in words. */
export function CorrectionPage(props: CorrectionProps) {
  const { language, found, mistakes } = props;
  const all = wordsIn(language);
  const words = all.correction;
  const action = `${followHref(found.receipt)}/correct`;
  return (
    <>
      <a class="back" href={followHref(found.receipt)}>
        ‹ {words.back}
      </a>
      <Mistakes title={all.apply.mistakes({ count: mistakes.length })} mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      {found.correction === null ? null : (
        <div class="notice">
          <b>{words.asked({ day: dayWords(found.correction.on, language) })}</b>
          <AskedItems found={found} language={language} />
        </div>
      )}
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <EnterKey />
        <input type="hidden" name="form-token" value={props.formToken} />
        <input type="hidden" name="version" value={found.version} />
        {found.requirements
          .filter((requirement) => requirement.asked)
          .map((requirement) => (
            <RequirementPhotos
              requirement={requirement}
              given={props.given.filter((photo) => photo.requirement === requirement.key)}
              removeTo={action}
              mistake={mistakeAt(mistakes, requirement.key)}
              language={language}
            />
          ))}
        {found.questions.map((question) => (
          <div class="field">
            <QuestionField
              question={question}
              typed={props.typed[fieldOf(question)] ?? { kind: 'choice' }}
              mistake={mistakeAt(mistakes, fieldOf(question))}
              language={language}
            />
            <p class="small">{said(question.why, language)}</p>
          </div>
        ))}
        <Field
          id="explanation"
          label={words.explanation}
          hint={words.explanationHint}
          value={props.explanation}
          mistake={mistakeAt(mistakes, 'explanation')}
          maxLength={500}
        />
        <div class="actions">
          <Button wide>{words.send}</Button>
        </div>
      </form>
    </>
  );
}
