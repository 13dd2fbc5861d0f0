import { sql } from 'kysely';
import { inTransaction } from '../../building/database/transaction.ts';
import type { HouseServer } from '../../building/http/server.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import { countyAt } from '../../office/hall/routes/authority-at.ts';
import { show, type Site } from '../../office/hall/pages/site.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import { purposeOf, type PurposeIntroduced } from '../../office/hall/who/purpose.ts';
import { inEveryLanguage } from '../../values/language.ts';
import { words, wordsIn } from './words/made/all.ts';

export const showing: PurposeIntroduced = {
  key: 'lost-property/show',
  words: () => inEveryLanguage(words, (w) => w.waiting),
};

/** What waits for its owners in the county that is asked. */
export function lostPropertyPages(server: HouseServer, site: Site<OfficeHouse>): void {
  server.get('/lost-property', async (request, reply) => {
    const { house } = site;
    const county = await countyAt(house, request);
    const acting = { kind: 'system', county, purpose: purposeOf(showing) } as const;
    const { rows } = await inTransaction(house.db, settingsOf(acting), (trx) =>
      sql<{ what: string }>`select what from lost_thing where county = ${county} order by found_on, what`.execute(trx),
    );
    const title = wordsIn(request.language).waiting;
    const body = (
      <>
        <h1>{title}</h1>
        <ul>
          {rows.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </>
    );
    return show(site, request, reply, { title, body });
  });
}
