import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { serveAssets } from './assets.ts';
import { readForm } from './form.ts';
import { Problem } from './problem.ts';
import { createServer, type HouseServer, listen } from './server.ts';

const reported: unknown[] = [];

async function openServer(publicOrigin?: string): Promise<{ server: HouseServer; at: string }> {
  const server = await createServer({
    ...(publicOrigin && { publicOrigin }),
    apiPrefix: '/api/',
    api: { title: 'Test', version: '1', description: '' },
    problemPage: ({ title }, language) =>
      `<!doctype html><title>${language === 'en' ? title.en : title['zh-CN']}</title>`,
    report: (error) => reported.push(error),
  });
  server.post('/api/greet', { schema: { body: z.object({ name: z.string().min(1) }) } }, (request) =>
    Promise.resolve({ greeting: request.body.name }),
  );
  server.get('/api/secret', async () => {
    throw new Error('password=swordfish');
  });
  server.get('/api/stale', async () => {
    throw new Problem({
      status: 409,
      code: 'stale',
      title: { 'zh-CN': '已变更', en: 'It changed' },
      more: { version: 2 },
    });
  });
  server.get('/api/asker', (request) => Promise.resolve({ address: request.ip }));
  server.get('/language', async (request) => request.language);
  server.get('/page', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(`<p>${'家'.repeat(1000)}</p>`),
  );
  server.post('/photo', async (request, reply) => {
    const form = await readForm(request, { fileBytes: 1024 * 1024, files: 2 });
    return reply.send({
      name: form.fields.get('name'),
      files: form.files.map((file) => (file.kind === 'file' ? file.bytes.length : file.kind)),
    });
  });
  const assets = await serveAssets(server, '/assets', [
    { name: 'look.css', text: `p { margin: 0 }${' '.repeat(2000)}` },
  ]);
  server.get('/asset', async () => assets.addressOf('look.css'));
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  return { server, at: `http://127.0.0.1:${port}` };
}

const { server, at } = await openServer();
afterAll(() => server.close());

const english = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' };

function postJson(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${at}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

test('a wrong shape is told to a program with the field, in the reader’s language', async () => {
  const chinese = await postJson('/api/greet', '{"name":""}');
  expect(chinese.status).toBe(400);
  expect(chinese.headers.get('content-type')).toContain('application/problem+json');
  expect(await chinese.json()).toMatchObject({
    code: 'wrong-shape',
    title: '提交的内容格式不对',
    faults: [{ at: '/name' }],
  });
  expect(await (await postJson('/api/greet', '{"name":""}', english)).json()).toMatchObject({
    faults: [{ at: '/name', detail: 'Too small: expected string to have >=1 characters' }],
  });
});

test('JSON that is no JSON is refused and leaks nothing', async () => {
  const answer = await postJson('/api/greet', '{"name":');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'unreadable-body' });
});

test('half a character, a form that breaks off and an address that can’t be read are refused in words', async () => {
  const half = await postJson('/api/greet', '{"name":"\\ud800"}');
  expect([half.status, await half.json()]).toMatchObject([400, { code: 'strange-character' }]);
  const body = '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\n家';
  const broken = await fetch(`${at}/photo`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body,
  });
  expect(broken.status).toBe(400);
  const address = await fetch(`${at}/api/%ff`, { headers: english });
  expect([address.status, await address.json()]).toMatchObject([400, { code: 'unreadable-body' }]);
  expect(address.headers.get('content-security-policy')).not.toBeNull();
});

test('a person gets a page, a program gets a problem', async () => {
  const page = await fetch(`${at}/nowhere`);
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('没有这个页面');
  expect(await (await fetch(`${at}/nowhere?lang=en`)).text()).toContain('There is no such page');
  expect((await fetch(`${at}/api/nowhere`)).headers.get('content-type')).toContain('problem+json');
});

test('a fault of ours is reported with the id the person sees, and its text stays inside', async () => {
  const answer = await fetch(`${at}/api/secret`);
  const body = await answer.text();
  expect(answer.status).toBe(500);
  expect(body).not.toContain('swordfish');
  expect(JSON.parse(body)).toMatchObject({ code: 'went-wrong', requestId: answer.headers.get('x-request-id') });
  expect(reported).toHaveLength(1);
});

test('a problem carries what a program needs to show the difference', async () => {
  const answer = await fetch(`${at}/api/stale`, { headers: english });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'stale', title: 'It changed', version: 2 });
});

test('a write sent by another site is refused, one from our own page is not', async () => {
  const body = '{"name":"Li"}';
  expect((await postJson('/api/greet', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await postJson('/api/greet', body, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await postJson('/api/greet', body, { origin: at })).status).toBe(200);
});

test('a photo of 40 MB does not lose the rest of the form', async () => {
  const form = new FormData();
  form.set('name', '李小禾');
  form.set('photo', new Blob([new Uint8Array(40 * 1024 * 1024)]), 'big.jpg');
  form.set('second', new Blob([new Uint8Array(10)]), 'small.jpg');
  form.set('none', new Blob([]), '');
  const answer = await fetch(`${at}/photo`, { method: 'POST', body: form });
  expect(await answer.json()).toEqual({ name: '李小禾', files: ['too-large', 10] });
});

test('a body above every limit is answered after it was read, not with a cut connection', async () => {
  const answer = await postJson('/api/greet', JSON.stringify({ name: 'x'.repeat(30 * 1024 * 1024) }));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too-large' });
});

test('a page that did not change is not sent again', async () => {
  const first = await fetch(`${at}/page`);
  const again = await fetch(`${at}/page`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect([first.status, again.status]).toEqual([200, 304]);
  expect((await first.text()).length).toBeGreaterThan(1000);
});

test('a page for someone signed in is kept by no cache', async () => {
  const page = await fetch(`${at}/page`, { headers: { cookie: 'session=s' } });
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(page.headers.get('etag')).toBeNull();
});

test('text travels compressed', async () => {
  const { rawPayload, headers } = await server.inject({ url: '/page', headers: { 'accept-encoding': 'gzip, br' } });
  expect(headers['content-encoding']).toBe('br');
  expect(rawPayload.length).toBeLessThan(200);
  expect(brotliDecompressSync(rawPayload).toString()).toContain('家家');
});

test('what another site makes a signed-in browser ask for travels as long as it is', async () => {
  const asked = { 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' };
  const encodingOf = async (headers: Record<string, string>): Promise<unknown> =>
    (await server.inject({ url: '/page', headers: { ...asked, ...headers } })).headers['content-encoding'];
  expect(await encodingOf({ cookie: 'session=s' })).toBeUndefined();
  expect(await encodingOf({ cookie: 'session=s', 'sec-fetch-site': 'same-origin' })).toBe('br');
  expect(await encodingOf({})).toBe('br');
});

test('a compressed request is not unpacked', async () => {
  const body = brotliCompressSync(JSON.stringify({ name: 'Li' }));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'br' };
  expect((await server.inject({ method: 'POST', url: '/api/greet', headers, body })).statusCode).toBe(400);
});

test('only a page that may be kept carries a tag', async () => {
  const tags = [
    await fetch(`${at}/page`),
    await postJson('/api/greet', '{"name":"Li"}'),
    await fetch(`${at}/nowhere`),
  ].map(({ headers }) => headers.get('etag'));
  expect(tags).toEqual([expect.stringMatching(/^W\/"/), null, null]);
});

test.each([
  ['zh-CN,zh;q=0.9', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.5', 'en'],
  ['zh;q=0.5, en;q=0.9', 'en'],
  ['fr, en;q=0.8, zh;q=0.5', 'en'],
  ['zh-TW,zh;q=0.9,en;q=0.5', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-SG', 'zh-CN'],
  ['fr', 'zh-CN'],
  ['en;q=0, zh-CN', 'zh-CN'],
  ['*', 'zh-CN'],
  ['en_US!', 'zh-CN'],
  ['', 'zh-CN'],
])('a browser that sends “%s” is answered in %s', async (header, language) => {
  const { body } = await server.inject({ url: '/language', headers: { 'accept-language': header } });
  expect(body).toBe(language);
});

test('a language chosen in the address wins over the cookie, the cookie over the browser', async () => {
  const asked = async (url: string, cookie: string): Promise<string> =>
    (await server.inject({ url, headers: { 'accept-language': 'zh-TW', cookie } })).body;
  expect(await asked('/language?lang=zh-CN', 'lang=en')).toBe('zh-CN');
  expect(await asked('/language', 'lang=en')).toBe('en');
  expect(await asked('/language?lang=fr', 'lang=xx')).toBe('zh-TW');
});

test('an asset is kept for ever under a name that tells its content', async () => {
  const address = await (await fetch(`${at}/asset`)).text();
  const asset = await fetch(`${at}${address}`);
  expect(address).toMatch(/^\/assets\/look\.[0-9a-f]{10}\.css$/);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(await asset.text()).toContain('margin');
  const encodingOf = async (accepted: string): Promise<unknown> =>
    (await server.inject({ url: address, headers: { 'accept-encoding': accepted } })).headers['content-encoding'];
  expect(await encodingOf('gzip, deflate, br')).toBe('br');
  expect(await encodingOf('br;q=0, gzip')).toBe('gzip');
  expect(await encodingOf('identity')).toBeUndefined();
});

test('no page may run scripts written into it, nor be framed', async () => {
  const policy = (await fetch(`${at}/page`)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('behind TLS cookies are secure and the browser stays with TLS', async () => {
  const secured = await openServer('https://huijia.example');
  const answer = await fetch(`${secured.at}/page?lang=en`);
  await secured.server.close();
  expect(answer.headers.get('set-cookie')).toContain('Secure');
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
});

test('whose address it is, the proxy says and not the asker', async () => {
  const forwarded = { headers: { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' } };
  const proxied = await openServer('https://huijia.example');
  expect(await (await fetch(`${proxied.at}/api/asker`, forwarded)).json()).toEqual({ address: '203.0.113.9' });
  await proxied.server.close();
  expect(await (await fetch(`${at}/api/asker`, forwarded)).json()).toEqual({ address: '127.0.0.1' });
});

test('the description of the API is OpenAPI 3.1 and leaves pages out', async () => {
  const api = (await (await fetch(`${at}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, unknown>;
  };
  expect(api.openapi).toBe('3.1.0');
  expect(Object.keys(api.paths)).toEqual(['/api/greet', '/api/secret', '/api/stale', '/api/asker']);
});

test('a port that is taken is told to the operator in a sentence', async () => {
  const second = await createServer({
    apiPrefix: '/api/',
    api: { title: 'Test', version: '1', description: '' },
    problemPage: () => '',
    report: () => undefined,
  });
  await expect(listen(second, { host: '127.0.0.1', port: Number(new URL(at).port) })).rejects.toMatchObject({
    name: 'OperatorFault',
    words: { 'zh-CN': expect.stringContaining('已被占用') as string },
  });
  await second.close();
});
