import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { HouseServer } from './server.ts';

/** Serves a few files for ever under names that tell their content, compressed once. */
export interface Assets {
  /** The address of a file by its name: `pages.css` → `/assets/pages.3f2a9c1b.css`. Throws when there is no such file. */
  addressOf(name: string): string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** One asset: `content` is a file's path, or the text itself under a name of its own (several stylesheets as one). */
export type AssetSource = { readonly file: string } | { readonly name: string; readonly text: string };

/** Adds the routes of these assets under `prefix` (`/assets`). */
export async function serveAssets(
  server: HouseServer,
  prefix: string,
  sources: readonly AssetSource[],
): Promise<Assets> {
  const addresses = new Map<string, string>();
  for (const source of sources) {
    const { name, bytes } = await loaded(source);
    const extension = extname(name);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const address = `${prefix}/${basename(name, extension)}.${digest}${extension}`;
    const type = mediaTypes[extension] ?? 'application/octet-stream';
    await addRoute(server, address, { bytes, type });
    addresses.set(name, address);
  }
  return {
    addressOf(name) {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`No such asset: ${name}`);
      return address;
    },
  };
}

async function loaded(source: AssetSource): Promise<{ name: string; bytes: Buffer }> {
  if ('text' in source) return { name: source.name, bytes: Buffer.from(source.text, 'utf8') };
  return { name: basename(source.file), bytes: await readFile(source.file) };
}

interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
}

async function addRoute(server: HouseServer, address: string, { bytes, type }: Asset): Promise<void> {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes, { level: 9 })]);
  const ways = br.length < bytes.length ? ['br', 'gzip'] : [];
  server.get(address, { schema: { hide: true } }, async (request, reply) => {
    const accepted = new Negotiator(request).encodings(ways);
    void reply.headers({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    if (accepted.includes('br')) return reply.header('content-encoding', 'br').send(br);
    if (accepted.includes('gzip')) return reply.header('content-encoding', 'gzip').send(gz);
    return reply.send(bytes);
  });
}
