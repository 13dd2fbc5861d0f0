import type { Language } from '../../../../../values/language.ts';
import { Button } from '../../../../../building/web-kit/shown/button.tsx';
import { Field } from '../../../../../building/web-kit/typed/field.tsx';
import { type FormMistake, mistakeAt, Mistakes } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface TrackProps {
  readonly language: Language;
  readonly receipt: string;
  readonly phone: string;
  /** Whoever is signed in need only give the receipt number. */
  readonly signedIn: boolean;
  readonly mistakes: readonly FormMistake[];
}

/** Finds a case by its receipt number; the phone proves that it is one's own. */
export function TrackPage({ language, receipt, phone, signedIn, mistakes }: TrackProps) {
  const all = wordsIn(language);
  const words = all.track;
  return (
    <>
      <Mistakes title={all.apply.mistakes({ count: mistakes.length })} mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p class="lede">{signedIn ? words.signedIn : words.lede}</p>
      <form method="post" action="/track" novalidate>
        <Field
          id="receipt"
          label={words.receipt}
          hint={words.receiptHint}
          value={receipt}
          mistake={mistakeAt(mistakes, 'receipt')}
        />
        {signedIn ? null : (
          <Field
            id="phone"
            label={words.phone}
            value={phone}
            type="tel"
            inputMode="tel"
            autocomplete="tel"
            look="short"
            mistake={mistakeAt(mistakes, 'phone')}
          />
        )}
        <div class="actions">
          <Button wide>{signedIn ? words.see : words.send}</Button>
        </div>
      </form>
    </>
  );
}
