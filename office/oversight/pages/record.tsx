import type { HouseServer } from '../../../building/http/server.ts';
import { fieldsHeld } from '../../hall/fields/held.ts';
import { ownRecord } from '../../families/find/record.ts';
import { KeptPage, RecordPage } from '../screens/family/record.tsx';
import { wordsIn } from '../screens/family/words/made/all.ts';
import { familyOf } from '../../families/find/wire.ts';
import { ownLooks } from '../looks.ts';
import { show, type Site } from '../../hall/pages/site.ts';
import { familyHere } from '../../families/pages/family-here.ts';

/** What the office holds of a family and who looked at it; and, for everyone, what it keeps and why. */
export function recordPages(server: HouseServer, site: Site): void {
  server.get('/my/record', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { after } = request.query as { after?: string };
    const family = await ownRecord(site.house, here.acting);
    const looks = await ownLooks(site.house, here.acting, after);
    const { language } = request;
    const record = {
      ...(family === undefined ? {} : { family: familyOf(family) }),
      fields: [...fieldsHeld(site.house.introduced)],
    };
    const body = <RecordPage language={language} record={record} looks={looks} />;
    return show(site, request, reply, { title: wordsIn(language).record.title, body });
  });

  server.get('/kept', async (request, reply) => {
    const { language } = request;
    const words = wordsIn(language).record;
    const body = <KeptPage language={language} fields={[...fieldsHeld(site.house.introduced)]} />;
    return show(site, request, reply, { title: words.held, description: words.heldSays, body });
  });
}
