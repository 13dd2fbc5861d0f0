import type { ComponentChildren } from 'preact';
import type { Language } from '../../../../../values/language.ts';
import { Button, EnterKey } from '../../../../../building/web-kit/shown/button.tsx';
import { type FormMistake, Mistakes } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { Phrases } from '../../../../../building/web-kit/shown/phrases.tsx';
import { wordsIn } from '../words/made/all.ts';

/** What every page of an application knows. */
export interface ApplyFrame {
  readonly language: Language;
  /** The address of this step; the form is sent there. */
  readonly action: string;
  /** Proves that the form was made by this site for this reader. */
  readonly formToken: string;
  readonly step: number;
  readonly of: number;
  readonly backHref: string;
  readonly mistakes: readonly FormMistake[];
}

interface Props extends ApplyFrame {
  title: string;
  lede?: string;
  /** The field's own legend is the heading. */
  titleInForm?: boolean;
  multipart?: boolean;
  next?: string;
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** One step of an application: what is wrong above, the question, and one way on. */
export function ApplyForm(props: Props) {
  const words = wordsIn(props.language).apply;
  return (
    <>
      <a class="back" href={props.backHref}>
        ‹ {words.back}
      </a>
      <p class="progress">{words.step({ n: props.step, of: props.of })}</p>
      <Mistakes title={words.mistakes({ count: props.mistakes.length })} mistakes={props.mistakes} />
      {props.titleInForm === true ? null : (
        <h1>
          <Phrases text={props.title} />
        </h1>
      )}
      {props.lede === undefined ? null : <p class="lede">{props.lede}</p>}
      <form
        method="post"
        action={props.action}
        enctype={props.multipart === true ? 'multipart/form-data' : undefined}
        novalidate
      >
        <EnterKey />
        <input type="hidden" name="form-token" value={props.formToken} />
        {props.children}
        <div class="actions">
          <Button wide>{props.next ?? words.next}</Button>
          {props.after}
        </div>
      </form>
      <p class="small">{words.kept}</p>
    </>
  );
}
