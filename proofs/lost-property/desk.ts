import { sql } from 'kysely';
import { z } from 'zod';
import { inTransaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { divisionCode, idOf } from '../../office/hall/contract/wire.ts';
import { staffWrites } from '../../office/hall/contract/problem.ts';
import { actingStaff } from '../../office/hall/guard.ts';
import { groundsInWords } from '../../office/hall/fields/grounds.ts';
import { hallGrounds } from '../../office/hall/fields/hall-grounds.ts';
import { tablesInWords } from '../../office/hall/fields/register.ts';
import { hallStatuses, refusals } from '../../office/hall/routes/refusal-statuses.ts';
import { lendHand, nobodyActsTwiceWords } from '../../office/hall/lend-hand.ts';
import { recordLook } from '../../office/hall/record.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import { actingFor } from '../../office/hall/who/acting-for.ts';
import type { LookIntroduced } from '../../office/hall/who/look.ts';
import type { Matter } from '../../office/hall/who/matter.ts';
import { purposeOf, type PurposeIntroduced } from '../../office/hall/who/purpose.ts';
import type { StepIntroduced } from '../../office/hall/who/step.ts';
import type { FamilyId, PersonId } from '../../values/id.ts';
import { addDays } from '../../values/day.ts';
import { inEveryLanguage } from '../../values/language.ts';
import { lostPropertyPages, showing } from './page.tsx';
import { words } from './words/made/all.ts';

const keep = 'lost-property/keep';
const listed = refusals(staffWrites, hallStatuses);
const listedOfGivingBack = refusals([...staffWrites, 'nobody-acts-twice'], {
  ...hallStatuses,
  'nobody-acts-twice': 409,
});

const clearing: PurposeIntroduced = {
  key: 'lost-property/clear',
  words: (day) => inEveryLanguage(words, (w) => w.clearing({ day })),
};

const givingBack: PurposeIntroduced = {
  key: 'lost-property/give-back',
  words: () => inEveryLanguage(words, (w) => w.givingBack),
};

/** Who took a thing in does not give it back. */
const takeIn: StepIntroduced = { key: 'lost-property/take-in', duty: keep };
const giveBack: StepIntroduced = { key: 'lost-property/give-back', duty: keep };
const thing = (id: string): Matter => ({ kind: 'lost-thing', id });

const lookAtOwner: LookIntroduced = {
  key: 'lost-property/owner',
  words: inEveryLanguage(words, (w) => w.owner),
};

/** Why it holds fields, on what law and how long: nothing in the house says so. */
const grounds = groundsInWords(words, (w) => w.fields);

export const lostQueue = { name: 'lost-property.found', retries: 2, retryAfterSeconds: 0, longestSeconds: 60 } as const;

/**
 * A desk that exists only here: it shows that nothing in the house but its own folder, its migration and the list of desks knows a desk.
 */
export const lostPropertyDesk: Desk<OfficeHouse> = {
  key: 'lost-property',
  words: inEveryLanguage(words, (w) => w.desk),
  duties: [{ key: keep, words: inEveryLanguage(words, (w) => w.keep) }],
  purposes: [clearing, givingBack, showing],
  looks: [lookAtOwner],
  steps: [takeIn, giveBack],
  grounds,
  tables: {
    ofPeople: tablesInWords(words, (w) => w.tables, [hallGrounds, grounds], {
      lost_thing: {
        of: 'staff',
        kept: 'afterFinding',
        fields: {
          county: ['apart', 'duty'],
          id: ['apart', 'duty'],
          what: ['givenBack', 'lostThings'],
          found_on: ['givenBack', 'lostThings'],
          kept_by: ['answerable', 'staff'],
        },
      },
    }),
  },
  menu: [
    {
      key: 'lost-property',
      to: '/lost-property',
      words: inEveryLanguage(words, (w) => w.desk),
      duties: [keep],
      place: 800,
      async waiting(house, session) {
        const holder = actingFor(session, [keep]);
        if (holder.kind !== 'acting') return undefined;
        const { acting } = holder;
        return inTransaction(house.db, settingsOf(acting), async (trx) => {
          const { rows } = await sql<{ count: number }>`
            select count(*)::int as count from lost_thing where county = ${acting.county}`.execute(trx);
          return { count: rows[0]?.count ?? 0 };
        });
      },
    },
  ],
  routes(server, house) {
    server.post(
      '/api/office/lost-property',
      {
        schema: {
          body: z.object({ what: z.string().min(1).max(60) }),
          response: { 201: z.object({ id: z.string(), what: z.string() }), ...listed.responses },
        },
      },
      async (request, reply) => {
        const acting = await actingStaff(house, request, [keep]);
        const { county, who } = acting;
        const { what } = request.body;
        const id = newId();
        await inTransaction(house.db, settingsOf(acting), async (trx) => {
          const lent = await lendHand(trx, acting, [thing(id)], takeIn);
          if (lent.kind !== 'lent') throw new Error('A new thing is known to nobody');
          await house.jobs.leave(trx, lostQueue.name, county, [{ id, what, who }]);
        });
        return reply.code(201).send({ id, what });
      },
    );
    server.post(
      '/api/office/lost-property/:id/owner',
      {
        schema: {
          params: z.object({ id: z.uuid() }),
          body: z.object({ personId: idOf<PersonId>(), familyId: idOf<FamilyId>(), residence: divisionCode }),
          response: { 204: z.null(), ...listedOfGivingBack.responses },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const acting = await actingStaff(house, request, [keep], purposeOf(givingBack));
        const lent = await inTransaction(house.db, settingsOf(acting), async (trx) => {
          const hand = await lendHand(trx, acting, [thing(id)], giveBack);
          if (hand.kind !== 'lent') return hand;
          const look = { ...request.body, at: house.clock.now(), what: lookAtOwner, matter: thing(id) };
          await recordLook(trx, acting, look);
          return hand;
        });
        if (lent.kind === 'nobody-acts-twice')
          throw listedOfGivingBack.problem({ code: lent.kind, title: nobodyActsTwiceWords });
        return reply.code(204).send(null);
      },
    );
  },
  pages: lostPropertyPages,
  works: [
    {
      queue: lostQueue,
      async run(house, county, { id, what, who }) {
        const acting = { kind: 'system', county, purpose: purposeOf(clearing, '') } as const;
        await inTransaction(house.db, settingsOf(acting), async (trx) => {
          await sql`insert into lost_thing (county, id, what, found_on, kept_by)
            values (${county}, ${id}, ${what}, ${house.clock.today()}, ${who})`.execute(trx);
        });
      },
    },
  ],
  rounds: [
    {
      key: 'lost-property',
      async run(house, county) {
        const before = addDays(house.clock.today(), -30);
        const acting = { kind: 'system', county, purpose: purposeOf(clearing, before) } as const;
        await inTransaction(house.db, settingsOf(acting), async (trx) => {
          await sql`delete from lost_thing where county = ${county} and found_on < ${before}`.execute(trx);
        });
      },
    },
  ],
  figures: [
    {
      key: 'lost-things',
      words: inEveryLanguage(words, (w) => w.waiting),
      unit: 'count',
      async value(house, county) {
        const acting = { kind: 'system', county, purpose: purposeOf(clearing, '') } as const;
        return inTransaction(house.db, settingsOf(acting), async (trx) => {
          const { rows } = await sql<{ count: number }>`
            select count(*)::int as count from lost_thing where county = ${county}`.execute(trx);
          const count = rows[0]?.count ?? 0;
          return { value: count, of: count };
        });
      },
    },
  ],
};
