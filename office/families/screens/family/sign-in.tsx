import type { Language } from '../../../../values/language.ts';
import type { ComponentChildren } from 'preact';
import { Button } from '../../../../building/web-kit/shown/button.tsx';
import { Field } from '../../../../building/web-kit/typed/field.tsx';
import { type FormMistake, mistakeAt, Mistakes } from '../../../../building/web-kit/typed/mistakes.tsx';
import { Notice } from '../../../../building/web-kit/shown/notice.tsx';
import { inARow } from '../../../../building/web-kit/say.ts';
import { wordsIn } from './words/made/all.ts';

/** What the reader came for, so that the page can say why it asks. */
export type CameFor = 'apply' | 'track' | 'mine';

interface Frame {
  readonly language: Language;
  /** Where to go on afterwards: a path of this site. */
  readonly next: string;
  readonly cameFor: CameFor;
  readonly mistakes: readonly FormMistake[];
}

function Next({ next }: { next: string }) {
  return <input type="hidden" name="next" value={next} />;
}

/** First page: the phone number. */
export function PhonePage(
  props: Frame & { phone: string; before?: { words: string; tone: 'wait' | 'good' } | undefined },
): ComponentChildren {
  const words = wordsIn(props.language).signIn;
  return (
    <>
      {props.before === undefined ? null : <Notice tone={props.before.tone}>{props.before.words}</Notice>}
      <Mistakes title={words.mistakes({ count: props.mistakes.length })} mistakes={props.mistakes} />
      <h1>{words.title}</h1>
      <p class="lede">{inARow(props.language, [words.because[props.cameFor], words.lede])}</p>
      <form method="post" action="/sign-in" novalidate>
        <Next next={props.next} />
        <Field
          id="phone"
          label={words.phone}
          hint={words.phoneHint}
          value={props.phone}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          look="short"
          mistake={mistakeAt(props.mistakes, 'phone')}
        />
        <div class="actions">
          <Button wide>{words.send}</Button>
        </div>
      </form>
    </>
  );
}

/** Second page: the code. In the sample county, where no message is sent, it is shown. */
export function CodePage(
  props: Frame & { phone: string; maskedPhone: string; minutes: number; sampleCode?: string | undefined },
): ComponentChildren {
  const words = wordsIn(props.language).signIn;
  return (
    <>
      <a class="back" href={`/sign-in?next=${encodeURIComponent(props.next)}`}>
        ‹ {words.other}
      </a>
      <Mistakes title={words.mistakes({ count: props.mistakes.length })} mistakes={props.mistakes} />
      <h1>{words.codeTitle}</h1>
      <p class="lede">{words.sent({ phone: props.maskedPhone, minutes: props.minutes })}</p>
      {props.sampleCode === undefined ? null : <Notice tone="calm" title={words.sample({ code: props.sampleCode })} />}
      <form method="post" action="/sign-in/code" novalidate>
        <Next next={props.next} />
        <input type="hidden" name="phone" value={props.phone} />
        {props.sampleCode === undefined ? null : <input type="hidden" name="sample-code" value={props.sampleCode} />}
        <Field
          id="code"
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
          look="code"
          maxLength={12}
          mistake={mistakeAt(props.mistakes, 'code')}
        />
        <div class="actions">
          <Button wide>{words.enter}</Button>
          <Button look="plainly" to="/sign-in">
            {words.again}
          </Button>
        </div>
      </form>
      <p class="small">{words.never}</p>
    </>
  );
}
