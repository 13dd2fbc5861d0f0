import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { build } from 'vite';
import { inCheckout } from '../../building/checkout.ts';
import { listen } from '../../building/http/server.ts';
import { readEnvironment } from '../../doors/environment.ts';
import { mountStaffSite } from '../../doors/staff-site/app.ts';
import { liutang } from '../../office/staff/testing.ts';
import { axeFindsNothing, openBrowser, visitor } from '../../journeys/browser.ts';
import { desktop } from '../../journeys/launch.ts';
import { houseWithLostProperty } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'huijia-lost-property-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The staff site as it is built, with one folder of desks more. */
await build({
  root: inCheckout('doors/staff-site'),
  configFile: inCheckout('doors/staff-site/vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: folder },
  plugins: [
    {
      name: 'desks-of-the-proof',
      enforce: 'pre',
      transform: (code, id) =>
        id.endsWith('/staff-site/src/desks.ts')
          ? code.replace(
              /'[./]*\/office(\/\*\/screens\/staff\/places\.ts)'/,
              "['../../../office$1', '../../../proofs$1']",
            )
          : undefined,
    },
  ],
});

const { house, server, hire } = await houseWithLostProperty();
await mountStaffSite(server, house, { folder });
const port = await listen(server, readEnvironment({ PORT: '0' }));
const password = '河边的柳树又绿了一年';
const porter = await hire('门卫老赵', 'lost-property/keep', liutang, password);
const browser = await openBrowser();

test('the screen of a desk that no file of the site names stands behind its entry of the menu', async () => {
  const page = await visitor(browser, desktop);
  await page.goto(`http://localhost:${port}/office/`);
  await page.getByLabel(/^登录名/).fill(porter.signInName);
  await page.getByLabel(/^密码/).fill(password);
  await page.getByRole('button', { name: /^登\s?录$/ }).click();
  await page.getByRole('heading', { name: '失物招领' }).waitFor();
  await page.getByLabel('捡到了什么').fill('一把黑伞');
  await page.getByRole('button', { name: '收下保管' }).click();
  await page.getByText('已收下：一把黑伞。').waitFor();
  await axeFindsNothing(page);
});
