import { z } from 'zod';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { HouseServer } from '../../../building/http/server.ts';
import type { FamilyId, PersonId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { actingsIn, actingStaff, counterPurpose, noSuchRecord, staffSessionOf } from '../../hall/guard.ts';
import { seenByFirst } from '../../hall/who/acting-for.ts';
import { problem } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import * as lookUpWire from '../contract/look-up.ts';
import * as recordWire from '../contract/record.ts';
import * as registerWire from '../contract/register.ts';
import * as correctionWire from '../contract/correction.ts';
import { correctPerson, enterAccount } from '../register/correct.ts';
import { lookUp } from '../find/look-up.ts';
import { openRecord } from '../find/record.ts';
import { enter } from '../register/register.ts';
import { lineOf, personOf, recordOf } from '../find/wire.ts';
import { correctionProblem } from '../words/correction-problems.ts';
import { entryProblem } from '../words/entry-problems.ts';
import { faulty, nothingToSearch } from '../words/faults.ts';
import { statuses } from './statuses.ts';

const found = refusals(lookUpWire.lookUpProblems, statuses);
const opened = refusals(recordWire.familyRecordProblems, statuses);
const entered = refusals(registerWire.enterFamilyProblems, statuses);
const corrected = refusals(correctionWire.correctionProblems, statuses, {
  409: problem.extend(correctionWire.staleCorrection.partial().shape),
});
const accountAdded = refusals(registerWire.addAccountProblems, statuses);
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
    response: { 200: lookUpWire.lookUpAnswer, ...found.responses },
  };
  server.get('/api/office/people', { schema: people }, async (request) => {
    const acting = await actingStaff(house, request, counterDuties, counterPurpose(house, request.query.purpose));
    const outcome = await lookUp(house, acting, request.query.q);
    switch (outcome.kind) {
      case 'found':
        return { people: outcome.people.map(lineOf), more: outcome.more, by: outcome.by };
      case 'fault':
        throw found.problem(faulty(request.language, [{ at: '/q', words: outcome.fault.words }]));
      case 'nothing-to-search':
        throw found.problem(faulty(request.language, [{ at: '/q', words: nothingToSearch }]));
      default:
        return unreachable(outcome);
    }
  });

  const family = {
    summary: 'Open a family’s record; the look is logged and the family can read it',
    tags: ['families'],
    params: z.object({ id: idOf<FamilyId>() }),
    querystring: z.object({ purpose: z.string().min(1) }),
    response: { 200: recordWire.familyRecord, ...opened.responses },
  };
  server.get('/api/office/families/:id', { schema: family }, async (request) => {
    const purpose = counterPurpose(house, request.query.purpose);
    const actings = actingsIn(house, await staffSessionOf(house, request), counterDuties, purpose);
    const record = await seenByFirst(actings, (acting) => openRecord(house, acting, request.params.id));
    if (record === undefined) throw opened.problem(noSuchRecord);
    return recordOf(record, house.introduced.purposeWords(purpose));
  });
}

function enteringRoutes(server: HouseServer, house: House): void {
  const schema = {
    summary: 'Enter a family, or add to one',
    tags: ['families'],
    body: registerWire.enterFamily,
    response: { 201: registerWire.entered, ...entered.responses },
  };
  server.post('/api/office/families', { schema }, async (request, reply) => {
    const { purpose, ...entry } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    const outcome = await inTransaction(house.db, settingsOf(acting), (trx) => enter(trx, house, acting, entry));
    if (outcome.kind !== 'entered') throw entered.problem(entryProblem(outcome, acting, request.language));
    const { kind: _, acting: __, ...made } = outcome;
    return reply.code(201).send({ ...made, warnings: [...made.warnings] });
  });
}

function correctingRoutes(server: HouseServer, house: House): void {
  const params = z.object({ id: idOf<PersonId>() });
  const correct = {
    summary: 'Correct a person',
    tags: ['families'],
    params,
    body: correctionWire.correctPerson,
    response: { 200: recordWire.personRecord, ...corrected.responses },
  };
  server.patch('/api/office/people/:id', { schema: correct }, async (request) => {
    const { purpose, ...typed } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    const outcome = await correctPerson(house, acting, request.params.id, typed);
    if (outcome.kind !== 'corrected') throw corrected.problem(correctionProblem(outcome, request.language));
    return personOf(outcome.person);
  });

  const account = {
    summary: 'Enter another account for a person',
    tags: ['families'],
    params,
    body: registerWire.addAccount,
    response: { 201: registerWire.entered.pick({ accountId: true, warnings: true }), ...accountAdded.responses },
  };
  server.post('/api/office/people/:id/account', { schema: account }, async (request, reply) => {
    const { purpose, ...typed } = request.body;
    const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
    const outcome = await inTransaction(house.db, settingsOf(acting), (trx) =>
      enterAccount(trx, house, acting, request.params.id, typed),
    );
    if (outcome.kind === 'not-found') throw accountAdded.problem(noSuchRecord);
    if (outcome.kind === 'faults')
      throw accountAdded.problem(
        faulty(
          request.language,
          outcome.faults.map(({ field, words }) => ({ at: `/${field}`, words })),
        ),
      );
    return reply.code(201).send({ accountId: outcome.accountId, warnings: [...outcome.warnings] });
  });
}
