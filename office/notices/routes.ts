import type { HouseServer } from '../../building/http/server.ts';
import { actingFamily } from '../families/routes/family-at.ts';
import type { House } from '../hall/house.ts';
import { ownNotices } from './inbox.ts';
import { familyReads } from '../hall/contract/problem.ts';
import { hallStatuses, refusals } from '../hall/routes/refusal-statuses.ts';
import { myNotices } from './contract/inbox.ts';

const listed = refusals(familyReads, hallStatuses);

/** A family's own inbox. */
export function noticesRoutes(server: HouseServer, house: House): void {
  const schema = {
    summary: 'What the office has told the family',
    tags: ['family'],
    response: { 200: myNotices, ...listed.responses },
  };
  server.get('/api/my/notices', { schema }, async (request) => {
    const acting = await actingFamily(house, request);
    return { notices: [...(await ownNotices(house, acting))] };
  });
}
