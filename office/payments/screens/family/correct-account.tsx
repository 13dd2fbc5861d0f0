import type { Language } from '../../../../values/language.ts';
import type { MyPayment } from '../../contract/family-payments.ts';
import { Button } from '../../../../building/web-kit/shown/button.tsx';
import { Choice } from '../../../../building/web-kit/typed/choice.tsx';
import { Field } from '../../../../building/web-kit/typed/field.tsx';
import { type FormMistake, mistakeAt, Mistakes } from '../../../../building/web-kit/typed/mistakes.tsx';
import { Phrases } from '../../../../building/web-kit/shown/phrases.tsx';
import { said } from '../../../../building/web-kit/say.ts';
import { fenFromWire, shortYuanText } from '../../../../values/fen.ts';
import { wordsIn } from './words/made/all.ts';

/** The value of "a new account" among those on record. */
export const newAccount = 'another';

export interface CorrectAccountProps {
  readonly language: Language;
  readonly formToken: string;
  readonly payment: MyPayment;
  readonly known: readonly {
    readonly id: string;
    readonly bank: string;
    readonly last4: string;
    readonly holderName: string;
  }[];
  readonly chosen?: string | undefined;
  readonly typed: { readonly bank: string; readonly holder: string; readonly number: string };
  readonly mistakes: readonly FormMistake[];
}

/** Names the account to which a returned payment goes again. */
export function CorrectAccountPage(props: CorrectAccountProps) {
  const { language, payment, mistakes, typed } = props;
  const all = wordsIn(language);
  const words = all.correctPage;
  const at = (field: string) => mistakeAt(mistakes, field);
  const options = [
    ...props.known.map((account) => ({
      value: account.id,
      words: all.account({ bank: account.bank, last4: account.last4 }),
      hint: account.holderName,
    })),
    { value: newAccount, words: words.another, hint: words.anotherHint },
  ];
  return (
    <>
      <a class="back" href="/my/payments">
        ‹ {words.cancel}
      </a>
      <Mistakes title={words.mistakes({ count: mistakes.length })} mistakes={mistakes} />
      <h1>
        <Phrases text={words.title} />
      </h1>
      <p class="lede">{words.lede({ yuan: shortYuanText(fenFromWire(payment.amountFen)) })}</p>
      {payment.returned === undefined ? null : (
        <p>{words.reason({ reason: said(payment.returned.reason, language) })}</p>
      )}
      <form method="post" action={`/my/payments/${payment.id}/account`} novalidate>
        <input type="hidden" name="form-token" value={props.formToken} />
        {props.known.length === 0 ? (
          <input type="hidden" name="account" value={newAccount} />
        ) : (
          <Choice
            id="account"
            legend={<b>{words.known}</b>}
            options={options}
            chosen={props.chosen}
            mistake={at('account')}
          />
        )}
        <div class="only-another">
          <Field id="bank" label={words.bank} hint={words.bankHint} value={typed.bank} mistake={at('bank')} />
          <Field id="holder" label={words.holder} hint={words.holderHint} value={typed.holder} mistake={at('holder')} />
          <Field
            id="number"
            label={words.number}
            hint={words.numberHint}
            value={typed.number}
            inputMode="numeric"
            mistake={at('number')}
          />
        </div>
        <div class="actions">
          <Button wide>{words.send}</Button>
        </div>
      </form>
    </>
  );
}
