import type { Division } from '../../../values/division.ts';
import type { Localized } from '../../../values/language.ts';
import type { BenefitCase, Determined } from '../case/case.ts';
import type { CaseAction, Check } from '../contract/case-file.ts';
import { contains } from '../../../values/division.ts';
import { type CaseAct, type Told, whyNot } from '../case/decide.ts';
import type { Signer } from '../case/hand.ts';
import { closedOn, turnOf } from '../case/case.ts';
import { standingOf } from '../case/deadline.ts';
import { briefOf } from '../case/decide.ts';
import { handNames, lawNotKeptWords, outcomeWords, whyRefused } from '../words/why-refused.ts';
import { dayIn, listed, sentence } from '../words/say.ts';

/** Who signs, and the division of the duty they sign by. */
export interface SignerAt extends Signer {
  readonly division: Division;
}

/** The case-file checks shown above a decision: complete? right article? right amount? right step? in time? right signer? */
export function checksOf(found: BenefitCase, signer: SignerAt, told: Told): readonly Check[] {
  return [
    competent(found, signer),
    complete(told),
    article(told),
    amount(found.determination, told),
    step(found, signer),
    deadline(found, told),
    rightSigner(signer),
  ];
}

function competent(found: BenefitCase, signer: SignerAt): Check {
  return contains(signer.division, found.residence)
    ? check('competent', 'passes', { 'zh-CN': '本级有权办理', en: 'This office is competent' })
    : check('competent', 'fails', {
        'zh-CN': '户籍不在本级辖区',
        en: 'The person is registered outside this office’s division',
      });
}

function complete({ pack, given }: Told): Check {
  const missing = pack.documents.filter(({ key, required }) => required && !given.has(key));
  if (missing.length === 0)
    return check('complete', 'passes', { 'zh-CN': '材料齐全', en: 'The documents are complete' });
  return check('complete', 'fails', sentence('还差：{0}', 'Missing: {0}', listed(missing.map(({ name }) => name))));
}

function article({ determination, lawIsKept }: Told): Check {
  if (!lawIsKept) return check('article', 'fails', lawNotKeptWords);
  if (determination.outcome === 'undetermined') {
    const missing = listed(determination.missing.map(({ words }) => words));
    return check('article', 'fails', sentence('还不知道：{0}', 'Not known yet: {0}', missing));
  }
  if (determination.outcome === 'not-eligible')
    return check('article', 'fails', { 'zh-CN': '不符合条款的条件', en: 'The article’s conditions are not met' });
  const unverified = determination.because.some(({ law }) => law !== undefined && !law.verified);
  return unverified
    ? check('article', 'attention', {
        'zh-CN': '条款适用；其中有待核实的依据',
        en: 'The article applies; part of it is still to be verified',
      })
    : check('article', 'passes', { 'zh-CN': '条款适用', en: 'The article applies' });
}

function amount(before: Determined, { determination }: Told): Check {
  const now = briefOf(determination);
  if (before.outcome === now.outcome && before.amountFen === now.amountFen) {
    return check('amount', 'passes', { 'zh-CN': '金额与测算一致', en: 'The amount is that of the determination' });
  }
  const words = [
    '测算有变：上一环节{0}，今天{1}。以今天为准',
    'The determination changed: it was {0} at the last step, it is {1} today',
  ] as const;
  return check('amount', 'attention', sentence(...words, outcomeWords(before), outcomeWords(now)));
}

function step(found: BenefitCase, signer: Signer): Check {
  const turn = turnOf(found.state);
  if (turn === signer.duty) return check('step', 'passes', { 'zh-CN': '正在您的环节', en: 'It is at your step' });
  return check('step', 'fails', turn === undefined ? { 'zh-CN': '已办结', en: 'It is closed' } : whoseTurn[turn]);
}

const whoseTurn = {
  review: { 'zh-CN': '正在乡镇审核', en: 'It is at the township’s review' },
  confirm: { 'zh-CN': '正在县级确认', en: 'It is at the county’s confirmation' },
  family: { 'zh-CN': '正等家庭补正', en: 'It waits for the family' },
} as const;

function deadline(found: BenefitCase, { calendar, today }: Told): Check {
  const at = { dueOn: found.dueOn, waiting: found.state === 'correcting', closed: closedOn(found) !== undefined };
  const standing = standingOf(at, today, calendar);
  const due = dayIn(found.dueOn);
  if (standing === 'overdue')
    return check('deadline', 'fails', sentence('已过期限（{0}）', 'The deadline has passed ({0})', due));
  if (found.dueProvisional && standing !== 'closed') {
    const words = [
      '期限{0}为暂定：当年放假安排还没有公布',
      'The deadline {0} is provisional: the year’s holidays are not published yet',
    ] as const;
    return check('deadline', 'attention', sentence(...words, due));
  }
  return check('deadline', 'passes', { 'zh-CN': '在期限内', en: 'Within the deadline' });
}

function rightSigner(signer: Signer): Check {
  const { earlier } = signer;
  if (earlier === undefined) {
    return check('signer', 'passes', {
      'zh-CN': '您没有办过本件的其他环节',
      en: 'You had no part in another step of this case',
    });
  }
  return check(
    'signer',
    'fails',
    sentence('您办过本件的“{0}”环节', 'You had a part in this case already: {0}', handNames[earlier]),
  );
}

function check(key: Check['key'], result: Check['result'], words: Localized): Check {
  return { key, result, words };
}

const acts: readonly CaseAct[] = ['pass', 'ask-correction', 'refuse', 'grant', 'send-back'];

/** The acts of the case's step (of the signer's own duty when it is nobody's turn), each allowed or with the sentence why not. */
export function actionsOf(found: BenefitCase, signer: Signer, told: Told): readonly CaseAction[] {
  return acts.map((key) => {
    const refusal = whyNot(found, key, signer, told);
    return refusal ? { key, allowed: false, why: whyRefused(refusal) } : { key, allowed: true };
  });
}
