import { sql } from 'kysely';
import { z } from 'zod';
import { inTransaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { staffWrites } from '../../office/hall/contract/problem.ts';
import { actingStaff } from '../../office/hall/guard.ts';
import { hallStatuses, refusals } from '../../office/hall/routes/refusals.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import { actingFor } from '../../office/hall/who/acting-for.ts';
import { purposeOf, type PurposeIntroduced } from '../../office/hall/who/purpose.ts';
import { addDays } from '../../values/day.ts';

const keep = 'lost-property/keep';
const listed = refusals(staffWrites, hallStatuses);

const clearing: PurposeIntroduced = {
  key: 'lost-property/clear',
  words: (day) => ({ 'zh-CN': `清理${day}以前的失物`, en: `Clearing what was found before ${day}` }),
};

export const lostQueue = { name: 'lost-property.found', retries: 2, retryAfterSeconds: 0 } as const;

/** A desk that exists only here: it shows that nothing in the house but its own folder, its migration and the list of desks knows a desk. */
export const lostPropertyDesk: Desk<OfficeHouse> = {
  key: 'lost-property',
  words: { 'zh-CN': '失物招领', en: 'Lost property' },
  duties: [{ key: keep, words: { 'zh-CN': '失物保管', en: 'keep lost property' } }],
  purposes: [clearing],
  tables: {
    ofPeople: {
      lost_thing: {
        words: { 'zh-CN': '失物', en: 'Lost things' },
        of: 'staff',
        kept: 'thirtyDays',
        fields: {
          county: ['县', 'County', 'apart', 'duty'],
          id: ['编号', 'Id', 'apart', 'duty'],
          what: ['物品', 'What it is', 'application', 'duty'],
          found_on: ['拾到日期', 'Day it was found', 'order', 'duty'],
          kept_by: ['保管人', 'Who keeps it', 'answerable', 'staff'],
        },
      },
    },
  },
  menu: [
    {
      key: 'lost-property',
      to: '/lost-property',
      words: { 'zh-CN': '失物招领', en: 'Lost property' },
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
  },
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
      words: { 'zh-CN': '待领的失物', en: 'Things waiting for their owners' },
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
