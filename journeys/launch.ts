import { access } from 'node:fs/promises';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

/** Screens of the people who come: an old phone, and the desk of an office. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const debians = '/usr/bin/chromium';
/** As root there is no sandbox; nothing is fetched but from the house. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/** Debian's chromium where it is installed, else the one from npm. */
export async function launch(): Promise<Browser> {
  const installed = await access(debians).then(
    () => true,
    () => false,
  );
  if (installed) return chromium.launch({ executablePath: debians, args: flags });
  const { default: bundled } = await import('@sparticuz/chromium');
  // It is packed for a machine with one process, where every visitor would share one jar of cookies.
  const args = bundled.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote');
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...args, ...flags] });
}
