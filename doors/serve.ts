import type { OfficeHouse } from '../office/desks.ts';
import { pathOfSample } from '../office/hall/counties/decide.ts';
import { readFile } from 'node:fs/promises';
import { inCheckout } from '../building/checkout.ts';
import { createServer, type HouseServer } from '../building/http/server.ts';
import { mountApi } from './api/app.ts';
import { mountFamilySite } from './family-site/app.ts';
import { problemPage } from '../office/hall/pages/problem-page.tsx';
import { mountOpenSite } from './open-site/app.ts';
import { mountStaffSite, type SampleStaff } from './staff-site/app.ts';

export interface Serving {
  /** Whom the sign-in pages of a sample offer. */
  readonly sampleStaff: SampleStaff | undefined;
  readonly publicOrigin: string | undefined;
  /** Where the built staff site is, if not in its own place. */
  readonly staffFolder?: string;
  /** Hears of what went wrong on our side, with the id that the person was shown. */
  readonly report: (error: unknown, requestId: string) => void;
}

/** A server with the four doors that people and programs come in by; it does not listen yet. */
export async function serveHouse(
  house: OfficeHouse,
  { publicOrigin, sampleStaff, staffFolder, report }: Serving,
): Promise<HouseServer> {
  const server = await createServer({
    ...(publicOrigin !== undefined && { publicOrigin }),
    base: pathOfSample,
    apiPrefix: '/api/',
    api: {
      title: 'Huijia',
      version: await ownVersion(),
      description:
        'Benefits from the law to the account: the check, applications, reviews, payments. Money is a decimal string of fen.',
    },
    problemPage,
    report,
  });
  await mountApi(server, house);
  await mountStaffSite(server, house, {
    ...(sampleStaff !== undefined && { sampleStaff }),
    ...(staffFolder !== undefined && { folder: staffFolder }),
  });
  await mountOpenSite(server, house);
  await mountFamilySite(server, house);
  return server;
}

async function ownVersion(): Promise<string> {
  const about = JSON.parse(await readFile(inCheckout('package.json'), 'utf8')) as { version: string };
  return about.version;
}
