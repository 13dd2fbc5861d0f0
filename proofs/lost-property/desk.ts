import { sql } from 'kysely';
import { z } from 'zod';
import { inTransaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { openRecord } from '../../office/families/find/record.ts';
import { oneOfRecords, staffReads, staffWrites } from '../../office/hall/contract/problem.ts';
import { idOf } from '../../office/hall/contract/wire.ts';
import { actingStaff, noSuchRecord } from '../../office/hall/guard.ts';
import { tablesInWords } from '../../office/hall/fields/register.ts';
import { hallStatuses, refusals } from '../../office/hall/routes/refusals.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import { actingFor } from '../../office/hall/who/acting-for.ts';
import { purposeOf, type PurposeIntroduced } from '../../office/hall/who/purpose.ts';
import { addDays } from '../../values/day.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { FamilyId } from '../../values/id.ts';
import { lostPropertyPages, showing } from './page.tsx';
import { words } from './words/made/all.ts';

const keep = 'lost-property/keep';
const listed = refusals(staffWrites, hallStatuses);
const owners = refusals([...staffReads, ...oneOfRecords], hallStatuses);

const clearing: PurposeIntroduced = {
  key: 'lost-property/clear',
  words: (day) => inEveryLanguage(words, (w) => w.clearing({ day })),
};

const returning: PurposeIntroduced = {
  key: 'lost-property/return',
  words: () => inEveryLanguage(words, (w) => w.returning),
};

export const lostQueue = { name: 'lost-property.found', retries: 2, retryAfterSeconds: 0, longestSeconds: 60 } as const;

/** A desk that exists only here: it shows that nothing in the house but its own folder, its migration and the list of desks knows a desk. */
export const lostPropertyDesk: Desk<OfficeHouse> = {
  key: 'lost-property',
  words: inEveryLanguage(words, (w) => w.desk),
  duties: [{ key: keep, words: inEveryLanguage(words, (w) => w.keep) }],
  purposes: [clearing, returning, showing],
  tables: {
    ofPeople: tablesInWords(words, (w) => w.tables, {
      lost_thing: {
        of: 'staff',
        kept: 'thirtyDays',
        fields: {
          county: ['apart', 'duty'],
          id: ['apart', 'duty'],
          what: ['application', 'duty'],
          found_on: ['order', 'duty'],
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
          response: { 201: z.object({ what: z.string() }), ...listed.responses },
        },
      },
      async (request, reply) => {
        const { county, who } = await actingStaff(house, request, [keep]);
        const { what } = request.body;
        await inTransaction(house.db, {}, (trx) => house.jobs.leave(trx, lostQueue.name, county, [{ what, who }]));
        return reply.code(201).send({ what });
      },
    );
    server.get(
      '/api/office/lost-property/owners/:family',
      {
        schema: {
          params: z.object({ family: idOf<FamilyId>() }),
          response: { 200: z.object({ names: z.array(z.string()) }), ...owners.responses },
        },
      },
      async (request) => {
        const acting = await actingStaff(house, request, ['receive'], purposeOf(returning));
        const family = await openRecord(house, acting, request.params.family);
        if (family === undefined) throw owners.problem(noSuchRecord);
        return { names: family.people.map(({ name }) => name) };
      },
    );
  },
  pages: lostPropertyPages,
  works: [
    {
      queue: lostQueue,
      async run(house, county, { what, who }) {
        const acting = { kind: 'system', county, purpose: purposeOf(clearing, '') } as const;
        await inTransaction(house.db, settingsOf(acting), async (trx) => {
          await sql`insert into lost_thing (county, id, what, found_on, kept_by)
            values (${county}, ${newId()}, ${what}, ${house.clock.today()}, ${who})`.execute(trx);
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
