import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { inCheckout } from '../building/checkout.ts';
import { listen } from '../building/http/server.ts';
import { buildStaffSite } from '../doors/build-staff-site.ts';
import { serveHouse } from '../doors/serve.ts';
import { inBenchHouse } from './bench-house.ts';
import { type Benchmark, rounded } from './benchmark.ts';

const familyAim = 30 * 1024;
const staffAim = 200 * 1024;

/** What came over the wire for one address. */
interface Loaded {
  readonly text: string;
  readonly wireBytes: number;
  readonly rawBytes: number;
}

/** As an old browser asks: gzip, no cookie. */
function load(address: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'zh-CN' } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const wire = Buffer.concat(parts);
        if (reply.statusCode !== 200) return reject(new Error(`${address} answered ${reply.statusCode}`));
        const raw = reply.headers['content-encoding'] === 'gzip' ? gunzipSync(wire) : wire;
        resolve({ text: raw.toString('utf8'), wireBytes: wire.length, rawBytes: raw.length });
      });
    }).on('error', reject);
  });
}

/** What a page makes a browser fetch: style sheets, scripts, pictures, icons. Links that a person follows are not among them. */
function fetchedBy(html: string): {
  others: readonly string[];
  scripts: readonly string[];
  deferred: readonly string[];
} {
  const tags = [...html.matchAll(/<(link|script|img|source|iframe)\b([^>]*)>/g)];
  const named = tags.flatMap(([, tag = '', attributes = '']) => {
    const address = /\b(?:src|href)="([^"]+)"/.exec(attributes)?.[1];
    const fetches = tag !== 'link' || /\brel="[^"]*(?:stylesheet|icon|preload|manifest)/.test(attributes);
    const kind =
      tag !== 'script' ? 'others' : /\b(?:defer|async|type="module")/.test(attributes) ? 'deferred' : 'scripts';
    return address === undefined || !fetches || address.startsWith('data:') ? [] : [{ kind, address }];
  });
  const of = (wanted: string): string[] => [
    ...new Set(named.filter(({ kind }) => kind === wanted).map(({ address }) => address)),
  ];
  return { others: of('others'), scripts: of('scripts'), deferred: of('deferred') };
}

async function familyPage(origin: string) {
  const page = await load(`${origin}/`);
  const { others, scripts, deferred } = fetchedBy(page.text);
  const loadAll = (list: readonly string[]): Promise<readonly Loaded[]> =>
    Promise.all(list.map((address) => load(new URL(address, origin).href)));
  const [styles, waitedFor, enhancing] = [await loadAll(others), await loadAll(scripts), await loadAll(deferred)];
  const inline = [...page.text.matchAll(/<script\b[^>]*>([^<]+)<\/script>/g)].map(([, text = '']) =>
    Buffer.byteLength(text),
  );
  const sum = (of: (one: Loaded) => number, list: readonly Loaded[]): number =>
    list.reduce((total, one) => total + of(one), 0);
  const all = [page, ...styles, ...waitedFor, ...enhancing];
  return {
    familyBytes: sum(({ wireBytes }) => wireBytes, all),
    familyRawBytes: sum(({ rawBytes }) => rawBytes, all),
    familyRequests: all.length,
    /** Scripts that the page waits for. */
    familyScriptBytesNeeded:
      sum(({ rawBytes }) => rawBytes, waitedFor) + inline.reduce((total, bytes) => total + bytes, 0),
    /** Scripts that come after the page and may stay away. */
    familyScriptBytesOptional: sum(({ rawBytes }) => rawBytes, enhancing),
  };
}

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const dist = inCheckout('doors/staff-site/dist');

/** Everything that Today waits for: the page, its entry, the lazy part that draws the table, and whatever these import. */
async function staffShell() {
  await buildStaffSite();
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set(['index.html']);
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.css?.forEach((file) => files.add(file));
    chunk.imports?.forEach(visit);
  };
  const [entry] = Object.entries(manifest).find(([, { isEntry }]) => isEntry === true) ?? [];
  const [today] = Object.entries(manifest).find(([, { name }]) => name === 'today') ?? [];
  if (entry === undefined || today === undefined) throw new Error('The staff site has no entry or no Today');
  visit(entry);
  visit(today);
  const sizes = await Promise.all(
    [...files].map(async (file) => ({ file, bytes: (await stat(join(dist, `${file}.gz`))).size })),
  );
  return { staffShellBytes: sizes.reduce((total, { bytes }) => total + bytes, 0), staffShellRequests: files.size };
}

export const benchmark: Benchmark = {
  title:
    'bytes over the wire (gzip) for the first family page with all it loads, and for the staff site before its first table',
  aim: 'family page at most 30 KB with no script needed; staff shell at most 200 KB',
  async run() {
    const staff = await staffShell();
    const family = await inBenchHouse(async ({ house }) => {
      const server = await serveHouse(house, {
        sampleStaff: undefined,
        publicOrigin: undefined,
        report: () => undefined,
      });
      const port = await listen(server, { host: '127.0.0.1', port: 0 });
      try {
        return await familyPage(`http://127.0.0.1:${port}`);
      } finally {
        await server.close();
      }
    });
    return {
      ...family,
      ...staff,
      familyRatioToAim: rounded(family.familyBytes / familyAim),
      staffRatioToAim: rounded(staff.staffShellBytes / staffAim),
    };
  },
};
