import { z } from 'zod';
import { inTransaction } from '../../../building/database/transaction.ts';
import { Problem, type ProblemWords } from '../../../building/http/problem.ts';
import type { HouseServer } from '../../../building/http/server.ts';
import type { FamilyId, PersonId } from '../../../values/id.ts';
import { type Localized, inLanguage, type Language } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { actingStaff, counterPurpose, noSuchRecord } from '../../hall/guard.ts';
import { idOf, problem } from '../../hall/contract/wire.ts';
import * as lookUpWire from '../contract/look-up.ts';
import * as recordWire from '../contract/record.ts';
import * as registerWire from '../contract/register.ts';
import * as correctionWire from '../contract/correction.ts';
import { type CorrectionOutcome, correctPerson, enterAccount } from '../register/correct.ts';
import { lookUp } from '../find/look-up.ts';
import { openRecord } from '../find/record.ts';
import { enter, type Entering, type EntryRefusal, entryRefusalWords } from '../register/register.ts';
import { lineOf, personOf, recordOf } from '../find/wire.ts';

const counterDuties = ['receive', 'review', 'confirm'] as const;

/** The counter: find, open, enter, correct. */
export function familiesRoutes(server: HouseServer, house: House): void {
  findingRoutes(server, house);
  enteringRoutes(server, house);
  correctingRoutes(server, house);
}

function findingRoutes(server: HouseServer, house: House): void {
  const people = {
    summary: 'Find people by name, pinyin, identity number or phone',
    tags: ['families'],
    querystring: lookUpWire.lookUpQuery,
    response: { 200: lookUpWire.lookUpAnswer },
  };
  server.get('/api/office/people', { schema: people }, async (request) => {
    const acting = await actingStaff(house, request, counterDuties, counterPurpose(house, request.query.purpose));
    const outcome = await lookUp(house, acting, request.query.q);
    switch (outcome.kind) {
      case 'found':
        return { people: outcome.people.map(lineOf), more: outcome.more, by: outcome.by };
      case 'fault':
        throw faulty(request.language, [{ at: '/q', words: outcome.fault.words }]);
      case 'nothing-to-search':
        throw faulty(request.language, [
          {
            at: '/q',
            words: {
              'zh-CN': '请输入姓名、拼音、证件号或手机号。',
              en: 'Please write a name, pinyin, an identity number or a phone number.',
            },
          },
        ]);
      default:
        return unreachable(outcome);
    }
  });

  const family = {
    summary: 'Open a family’s record; the look is logged and the family can read it',
    tags: ['families'],
    params: z.object({ id: idOf<FamilyId>() }),
    querystring: z.object({ purpose: z.string().min(1) }),
    response: { 200: recordWire.familyRecord },
  };
  server.get('/api/office/families/:id', { schema: family }, async (request) => {
    const purpose = counterPurpose(house, request.query.purpose);
    const acting = await actingStaff(house, request, counterDuties, purpose);
    const found = await openRecord(house, acting, request.params.id);
    if (found === undefined) throw new Problem(noSuchRecord);
    return recordOf(found, house.introduced.purposeWords(purpose));
  });
}

function enteringRoutes(server: HouseServer, house: House): void {
  const schema = {
    summary: 'Enter a family, or add to one',
    tags: ['families'],
    body: registerWire.enterFamily,
    response: { 201: registerWire.entered },
  };
  server.post('/api/office/families', { schema }, async (request, reply) => {
    const { purpose, ...entry } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    const outcome = await inTransaction(house.db, settingsOf(acting), (trx) => enter(trx, house, acting, entry));
    if (outcome.kind !== 'entered') throw entryProblem(outcome, acting, request.language);
    const { kind: _, acting: __, ...entered } = outcome;
    return reply.code(201).send({ ...entered, warnings: [...entered.warnings] });
  });
}

/** A refused entry as a problem; other desks' routes, whose acts enter families, use it too. */
export function entryProblem(refusal: EntryRefusal, acting: Entering, language: Language): Problem {
  switch (refusal.kind) {
    case 'faults':
      return faulty(
        language,
        refusal.faults.map((fault) => ({ at: `/${fault.at}`, words: fault.words })),
      );
    case 'no-such-family':
      return new Problem(noSuchRecord);
    case 'identity-of-another':
    case 'phone-of-another':
      return new Problem({
        status: 409,
        code: acting.kind === 'family' ? 'come-to-the-counter' : refusal.kind,
        title: { 'zh-CN': '没有登记成功', en: 'Not entered' },
        detail: entryRefusalWords(refusal, acting),
      });
    default:
      return unreachable(refusal);
  }
}

function correctingRoutes(server: HouseServer, house: House): void {
  const params = z.object({ id: idOf<PersonId>() });
  const correct = {
    summary: 'Correct a person',
    tags: ['families'],
    params,
    body: correctionWire.correctPerson,
    response: { 200: recordWire.personRecord, 409: problem.extend(correctionWire.staleCorrection.partial().shape) },
  };
  server.patch('/api/office/people/:id', { schema: correct }, async (request) => {
    const { purpose, ...typed } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    return corrected(await correctPerson(house, acting, request.params.id, typed), request.language);
  });

  const account = {
    summary: 'Enter another account for a person',
    tags: ['families'],
    params,
    body: registerWire.addAccount,
    response: { 201: registerWire.entered.pick({ accountId: true, warnings: true }) },
  };
  server.post('/api/office/people/:id/account', { schema: account }, async (request, reply) => {
    const { purpose, ...typed } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    const outcome = await inTransaction(house.db, settingsOf(acting), (trx) =>
      enterAccount(trx, house, acting, request.params.id, typed),
    );
    if (outcome.kind === 'not-found') throw new Problem(noSuchRecord);
    if (outcome.kind === 'faults')
      throw faulty(
        request.language,
        outcome.faults.map(({ field, words }) => ({ at: `/${field}`, words })),
      );
    return reply.code(201).send({ accountId: outcome.accountId, warnings: [...outcome.warnings] });
  });
}

function corrected(outcome: CorrectionOutcome, language: Language): recordWire.PersonRecord {
  switch (outcome.kind) {
    case 'corrected':
      return personOf(outcome.person);
    case 'not-found':
      throw new Problem(noSuchRecord);
    case 'faults':
      throw faulty(
        language,
        outcome.faults.map(({ field, words }) => ({ at: `/${field}`, words })),
      );
    case 'identity-of-another':
    case 'phone-of-another':
      throw new Problem({
        status: 409,
        code: outcome.kind,
        title: { 'zh-CN': '没有更正', en: 'Not corrected' },
        detail:
          outcome.kind === 'identity-of-another'
            ? {
                'zh-CN': '这个身份证号登记在另一人名下，请核对。什么都没有改动。',
                en: 'This identity number is in another person’s name. Please check. Nothing was changed.',
              }
            : {
                'zh-CN': '这个手机号登记在另一人名下，请先在那里改掉。什么都没有改动。',
                en: 'This phone number is in another person’s name; correct it there first. Nothing was changed.',
              },
      });
    case 'stale':
      throw new Problem({ ...staleCorrection, more: { now: personOf(outcome.now), differences: outcome.differences } });
    default:
      return unreachable(outcome);
  }
}

const staleCorrection: ProblemWords = {
  status: 409,
  code: 'stale-version',
  title: {
    'zh-CN': '您打开之后，别人改过这个人的登记',
    en: 'Somebody else has corrected this person since you opened the page',
  },
  detail: {
    'zh-CN': '您的更正还没有保存。请对照下面的不同，再决定怎么改。',
    en: 'Your correction has not been saved. Compare the differences and decide again.',
  },
};

/** Every fault at once, in the reader's language. */
function faulty(language: Language, faults: readonly { readonly at: string; readonly words: Localized }[]): Problem {
  return new Problem({
    status: 422,
    code: 'faults',
    title: { 'zh-CN': '有几处需要改一下', en: 'A few things need mending' },
    detail: { 'zh-CN': '什么都没有保存，您填的还在。', en: 'Nothing was saved; what you filled in is still there.' },
    more: { faults: faults.map(({ at, words }) => ({ at, detail: inLanguage(words, language) })) },
  });
}
