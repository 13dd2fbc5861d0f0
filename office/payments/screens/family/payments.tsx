import type { Language } from '../../../../values/language.ts';
import type { MyPayment } from '../../contract/family-payments.ts';
import { ButtonLink } from '../../../../building/web-kit/shown/button.tsx';
import { Notice } from '../../../../building/web-kit/shown/notice.tsx';
import { inARow, said } from '../../../../building/web-kit/say.ts';
import { dayWords } from '../../../../values/day-words.ts';
import { Tag } from '../../../../building/web-kit/shown/tag.tsx';
import { fenFromWire, shortYuanText } from '../../../../values/fen.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { wordsIn } from './words/made/all.ts';

type State = MyPayment['state'];

const tones: Record<State, 'good' | 'wait' | 'bad' | 'plain'> = {
  due: 'plain',
  'in-batch': 'wait',
  paid: 'good',
  returned: 'bad',
  cancelled: 'plain',
};

/** The line on when: of a payment that is due, that arrived, or that came back. */
function whenWords(payment: MyPayment, language: Language): string {
  const words = wordsIn(language);
  switch (payment.state) {
    case 'due':
      return words.dueOn({ day: dayWords(payment.dueOn, language) });
    case 'in-batch':
      return words.inBatch;
    case 'paid':
      return payment.paidOn === undefined ? '' : words.paidOn({ day: dayWords(payment.paidOn, language) });
    case 'returned':
      return payment.returned === undefined ? '' : words.returnedOn({ day: dayWords(payment.returned.on, language) });
    case 'cancelled':
      return '';
    default:
      return unreachable(payment.state);
  }
}

function PaymentCard({ payment, language }: { payment: MyPayment; language: Language }) {
  const words = wordsIn(language);
  return (
    <li class="card">
      <header>
        <h2>{said(payment.purpose, language)}</h2>
        <Tag tone={tones[payment.state]}>{words.states[payment.state]}</Tag>
      </header>
      <p class="amount">{words.amount({ yuan: shortYuanText(fenFromWire(payment.amountFen)) })}</p>
      <p class="small">
        {words.account({ bank: payment.account.bank, last4: payment.account.last4 })}
        <br />
        {whenWords(payment, language)}
      </p>
      {payment.state === 'returned' && payment.returned !== undefined ? (
        <>
          <Notice tone="bad" title={words.why({ reason: said(payment.returned.reason, language) })}>
            <p>{words.doThis({ advice: said(payment.returned.advice, language) })}</p>
          </Notice>
          <ButtonLink href={`/my/payments/${payment.id}/account`} wide>
            {words.correct}
          </ButtonLink>
        </>
      ) : null}
    </li>
  );
}

export interface PaymentsProps {
  readonly language: Language;
  readonly payments: readonly MyPayment[];
  /** Said first: an account was just changed. */
  readonly corrected: boolean;
  readonly tooLate?: boolean;
}

/** What came, what is to come, and what the bank sent back. */
export function PaymentsPage({ language, payments, corrected, tooLate = false }: PaymentsProps) {
  const words = wordsIn(language);
  return (
    <>
      <a class="back" href="/my">
        ‹ {words.back}
      </a>
      {corrected ? <Notice tone="good" title={words.corrected} /> : null}
      {tooLate ? <Notice title={words.correctPage.tooLate} /> : null}
      <h1>{words.title}</h1>
      {payments.length === 0 ? (
        <p class="lede">{words.none}</p>
      ) : (
        <ul class="cards">
          {payments.map((payment) => (
            <PaymentCard payment={payment} language={language} />
          ))}
        </ul>
      )}
      <p class="small">{inARow(language, [words.paidSays, words.notArrived])}</p>
    </>
  );
}
