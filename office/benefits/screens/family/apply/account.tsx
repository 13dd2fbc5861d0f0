import type { ApplyFrame } from './form.tsx';
import { Choice } from '../../../../../building/web-kit/typed/choice.tsx';
import { Field } from '../../../../../building/web-kit/typed/field.tsx';
import { mistakeAt } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { ApplyForm } from './form.tsx';
import { wordsIn } from '../words/made/all.ts';

interface KnownAccount {
  readonly id: string;
  readonly bank: string;
  readonly holderName: string;
  readonly last4: string;
}

interface TypedAccount {
  readonly bank: string;
  readonly holderName: string;
  readonly number: string;
}

/** The value of "another account" among those on record. */
export const anotherAccount = 'another';

export interface AccountPageProps extends ApplyFrame {
  readonly known: readonly KnownAccount[];
  readonly chosen?: string | undefined;
  readonly typed: TypedAccount;
}

/** Where the money goes: an account on record, shown by its last four digits, or a new one. */
export function AccountPage(props: AccountPageProps) {
  const words = wordsIn(props.language).apply.account;
  const options = [
    ...props.known.map((account) => ({
      value: account.id,
      words: words.line({ bank: account.bank, last4: account.last4 }),
      hint: words.holder({ name: account.holderName }),
    })),
    { value: anotherAccount, words: words.another, hint: words.anotherHint },
  ];
  const at = (field: string) => mistakeAt(props.mistakes, field);
  return (
    <ApplyForm {...props} title={words.title} lede={words.lede}>
      {props.known.length === 0 ? (
        <input type="hidden" name="account" value={anotherAccount} />
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
        <Field id="bank" label={words.bank} hint={words.bankHint} value={props.typed.bank} mistake={at('bank')} />
        <Field
          id="holder"
          label={words.holderName}
          hint={words.holderHint}
          value={props.typed.holderName}
          mistake={at('holder')}
        />
        <Field
          id="number"
          label={words.number}
          hint={words.numberHint}
          value={props.typed.number}
          inputMode="numeric"
          mistake={at('number')}
        />
      </div>
    </ApplyForm>
  );
}
