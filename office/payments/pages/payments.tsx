import { statuses } from '../routes/statuses.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../building/http/server.ts';
import type { MyPayment } from '../contract/family-payments.ts';
import type { AccountId, PaymentId } from '../../../values/id.ts';
import { Problem } from '../../../building/http/problem.ts';
import { notFound } from '../../../building/http/common-problems.ts';
import { said } from '../../../building/web-kit/say.ts';
import { ownRecord } from '../../families/find/record.ts';
import { correctAccount, type CorrectedAccount } from '../returns/correct-account.ts';
import { myPayments } from '../overview/money.ts';
import { CorrectAccountPage, newAccount } from '../screens/family/correct-account.tsx';
import { PaymentsPage } from '../screens/family/payments.tsx';
import { wordsIn } from '../screens/family/words/made/all.ts';
import { readId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { show, type Site } from '../../hall/pages/site.ts';
import { type FamilyHere, familyHere, formOf } from '../../families/pages/family-here.ts';

type Mistakes = readonly { field: string; words: string }[];

/** What came, what is to come, and naming another account for what the bank sent back. */
export function paymentPages(server: HouseServer, site: Site): void {
  server.get('/my/payments', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const corrected = (request.query as { corrected?: string }).corrected;
    const { payments } = await myPayments(site.house, here.acting);
    const { language } = request;
    const body = (
      <PaymentsPage
        language={language}
        payments={payments}
        corrected={corrected === 'yes'}
        tooLate={corrected === 'late'}
      />
    );
    return show(site, request, reply, { title: wordsIn(language).title, body });
  });

  server.get('/my/payments/:id/account', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const payment = await returnedPayment(site, request, here);
    if (payment.state !== 'returned') return reply.redirect('/my/payments?corrected=late', 303);
    return accountPage(site, request, reply, here, { payment, form: new URLSearchParams(), mistakes: [] });
  });

  server.post('/my/payments/:id/account', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { fields } = await formOf(request, here);
    return correct(site, request, reply, here, fields);
  });
}

/** The payment in the address. Another family's is answered as one that doesn't exist. */
async function returnedPayment(site: Site, request: FastifyRequest, here: FamilyHere): Promise<MyPayment> {
  const { id } = request.params as { id: string };
  const { payments } = await myPayments(site.house, here.acting);
  const found = payments.find((payment) => payment.id === id);
  if (found === undefined) throw new Problem(notFound);
  return found;
}

async function correct(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  here: FamilyHere,
  form: URLSearchParams,
) {
  const payment = await returnedPayment(site, request, here);
  const words = wordsIn(request.language).correctPage;
  const retry = (mistakes: Mistakes) => accountPage(site, request, reply, here, { payment, form, mistakes });
  const chosen = chosenAccount(form);
  if (chosen === undefined) return retry([{ field: 'account', words: words.choose }]);
  const outcome = await correctAccount(site.house, here.acting, payment.id satisfies PaymentId, chosen);
  switch (outcome.kind) {
    case 'corrected':
      return reply.redirect('/my/payments?corrected=yes', 303);
    case 'not-returned':
      return reply.redirect('/my/payments?corrected=late', 303);
    case 'no-such-payment':
      throw new Problem(notFound);
    case 'no-such-account':
      return retry([{ field: 'account', words: words.choose }]);
    case 'faults':
      return retry(
        outcome.faults.map((fault) => ({ field: fieldOfFault(fault.at), words: said(fault.words, request.language) })),
      );
    case 'entry-refused':
      return retry([{ field: 'number', words: said(outcome.words, request.language) }]);
    default:
      return unreachable(outcome);
  }
}

/** `account/holderName` → the box on the page. */
function fieldOfFault(at: string): string {
  const field = at.split('/').at(-1) ?? '';
  return field === 'holderName' ? 'holder' : field;
}

function chosenAccount(form: URLSearchParams): CorrectedAccount | undefined {
  const choice = form.get('account');
  const typed = {
    bank: form.get('bank')?.trim() ?? '',
    holderName: form.get('holder')?.trim() ?? '',
    number: form.get('number')?.trim() ?? '',
  };
  if (choice === newAccount || (choice === null && typed.number !== '')) return typed;
  const id = readId<'account'>(choice ?? '');
  return id === undefined ? undefined : { accountId: id satisfies AccountId };
}

async function accountPage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  here: FamilyHere,
  { payment, form, mistakes }: { payment: MyPayment; form: URLSearchParams; mistakes: Mistakes },
) {
  const { language } = request;
  const record = await ownRecord(site.house, here.acting);
  const known = (record?.accounts ?? []).filter(({ id }) => id !== payment.account.id);
  const body = (
    <CorrectAccountPage
      language={language}
      formToken={here.session.formToken}
      payment={payment}
      known={known}
      chosen={form.get('account') ?? undefined}
      typed={{
        bank: form.get('bank') ?? '',
        holder: form.get('holder') ?? here.acting.name ?? '',
        number: form.get('number') ?? '',
      }}
      mistakes={mistakes}
    />
  );
  const status = mistakes.length === 0 ? 200 : statuses.faults;
  return show(site, request, reply, { title: wordsIn(language).correctPage.title, body }, status);
}
