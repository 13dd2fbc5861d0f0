import { readFile } from 'node:fs/promises';
import { inCheckout } from '../checkout.ts';
import { type Assets, serveAssets } from '../http/assets.ts';
import type { HouseServer } from '../http/server.ts';

/** Addresses of what every page loads. */
export interface PageAssets {
  readonly stylesheet: string;
  readonly script: string;
  readonly icon: string;
}

const fileOf = (name: string): string => inCheckout('building/web-kit/assets', name);

/** The one stylesheet of the pages: the look's tokens and what is made of them. */
export async function stylesheetText(): Promise<string> {
  const [tokens, pages] = await Promise.all([
    readFile(fileOf('tokens.css'), 'utf8'),
    readFile(fileOf('pages.css'), 'utf8'),
  ]);
  return withoutComments(`${tokens}\n${pages}`);
}

/** Comments are for those who write the stylesheet, not for phones on a slow network. */
function withoutComments(css: string): string {
  return css
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\n\s+/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .replaceAll(/(?<=[{;,])\n/g, '');
}

/** Serves the pages' stylesheet, script and icon under `prefix`, for ever under names that tell their content. */
export async function servePageAssets(server: HouseServer, prefix: string, icon: string): Promise<PageAssets> {
  const assets: Assets = await serveAssets(server, prefix, [
    { name: 'pages.css', text: await stylesheetText() },
    { file: fileOf('enhance.js') },
    { name: 'mark.svg', text: icon },
  ]);
  return {
    stylesheet: assets.addressOf('pages.css'),
    script: assets.addressOf('enhance.js'),
    icon: assets.addressOf('mark.svg'),
  };
}

/** The same under names that don't change, for pages made before or beside a site: asked for again each time. */
export async function servePlainAssets(server: HouseServer, plain: PageAssets, icon: string): Promise<void> {
  const texts = [
    { address: plain.stylesheet, type: 'text/css', text: await stylesheetText() },
    { address: plain.script, type: 'text/javascript', text: await readFile(fileOf('enhance.js'), 'utf8') },
    { address: plain.icon, type: 'image/svg+xml', text: icon },
  ];
  for (const { address, type, text } of texts)
    server.get(address, async (_request, reply) => reply.type(`${type}; charset=utf-8`).send(text));
}
