import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type HouseServer } from '../../building/http/server.ts';
import type { County } from '../../values/division.ts';
import { mountStaffSite } from './app.ts';

const someone = {
  signInName: 'liu.min',
  password: 'x"<&',
  name: '刘敏',
  words: { 'zh-CN': '镇里审核', en: 'reviews' },
};

let folder: string;
let server: HouseServer;

async function serverFor(code: string): Promise<HouseServer> {
  const served = { counties: [{ code: code as County, hosts: [] }], provinces: [] };
  const house = { served: { now: () => Promise.resolve(served), forget: () => undefined } };
  const made = await createServer({
    apiPrefix: '/api/',
    api: { title: 'Huijia', version: '0', description: '' },
    problemPage: ({ status }) => `<!doctype html><p>${status}</p>`,
    report: (error) => {
      throw error;
    },
  });
  await mountStaffSite(made, house, { folder, sampleStaff: { county: [someone], province: [] } });
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staff-site-'));
  await mkdir(join(folder, 'assets'));
  await Promise.all([
    writeFile(join(folder, 'index.html'), '<!doctype html><html><head><title>惠家</title></head><body></body></html>'),
    writeFile(join(folder, 'assets/index-abc.js'), 'export const whole = 1;'),
    writeFile(join(folder, 'assets/index-abc.js.br'), 'smaller'),
    writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ]);
  server = await serverFor('990101');
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the one page of the staff site', () => {
  test.each(['/office', '/office/', '/office/cases', '/office/cases/0190-a?from=today', '/office/money'])(
    'answers at %s, never kept by a browser',
    async (url) => {
      const answer = await server.inject(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toContain('<title>惠家</title>');
    },
  );

  test('carries a nonce for the styles written at run time, another one each time, and its policy allows no other style', async () => {
    const [first, second] = await Promise.all([server.inject('/office'), server.inject('/office')]);
    const nonce = /<meta property="csp-nonce" content="([^"]+)">/.exec(first.body)?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(String(first.headers['content-security-policy']).split('; ')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(second.body).not.toContain(nonce);
  });

  test('tells a newcomer to the sample county whom to be, and says nothing of it in a real county', async () => {
    const sample = await server.inject('/office');
    expect(sample.body).toContain('<meta name="sample-staff" content="[{&quot;signInName&quot;:&quot;liu.min&quot;');
    expect(sample.body).toContain('x\\&quot;&lt;&amp;');
    const real = await serverFor('330182');
    const page = await real.inject('/office');
    expect(page.body).not.toContain('liu.min');
    await real.close();
  });
});

describe('its files', () => {
  test('are kept for a year, because their names change with their content', async () => {
    const answer = await server.inject('/office/assets/index-abc.js');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.body).toBe('export const whole = 1;');
  });

  test('come as they were compressed at build time', async () => {
    const answer = await server.inject({
      url: '/office/assets/index-abc.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.body).toBe('smaller');
    expect(String(answer.headers['content-type'])).toMatch(/^(?:text|application)\/javascript/);
  });

  test('of an earlier build are not found, rather than answered with a page that would be read as a script', async () => {
    const answer = await server.inject('/office/assets/index-gone.js');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('404');
  });

  test('without a digest in their name are asked for again within the hour', async () => {
    const answer = await server.inject('/office/mark.svg');
    expect(answer.headers['cache-control']).toBe('public, max-age=3600');
    expect(answer.headers['content-type']).toBe('image/svg+xml');
  });
});
