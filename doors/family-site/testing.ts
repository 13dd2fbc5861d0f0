import { mountApi } from '../api/app.ts';
import { pathOfSample } from '../../office/hall/counties/decide.ts';
import { randomUUID } from 'node:crypto';
import type { Language } from '../../values/language.ts';
import { afterAll } from 'vitest';
import { createServer, type HouseServer } from '../../building/http/server.ts';
import { policyAddress } from '../../office/benefits/decide/benefit-wire.ts';
import { policyOf, testOffice } from '../../office/benefits/testing-office.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { mountOpenSite } from '../open-site/app.ts';
import { mountFamilySite } from './app.ts';
import { problemPage } from '../../office/hall/pages/problem-page.tsx';

// The families' and the open site on a real database, visited as a browser without a script would.

/** One page as it came. */
export interface Visited {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The text of the page's body, without markup. */
  readonly text: string;
}

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** How a form is sent, and from which page. */
interface SentAs {
  readonly multipart?: boolean;
  readonly files?: readonly SentFile[];
  readonly referer?: string;
}

/** A house with both sites mounted. `reported` holds what went wrong on our side. */
export async function testSites(options: Parameters<typeof testOffice>[0] = {}) {
  const office = await testOffice(options);
  const address = policyAddress(policyOf(office.house));
  return { ...office, ...(await sitesOf(office.house)), address };
}

/** Both sites of a house, mounted. */
export async function sitesOf(house: BenefitsHouse) {
  const reported: unknown[] = [];
  const server = await createServer({
    base: pathOfSample,
    apiPrefix: '/api/',
    api: { title: 'Huijia', version: '0.0.0', description: 'a test' },
    problemPage,
    report: (error) => reported.push(error),
  });
  await mountApi(server, house);
  await mountOpenSite(server, house);
  await mountFamilySite(server, house);
  await server.ready();
  afterAll(() => server.close());
  return { server, reported, visitor: (language?: Language) => new Visitor(server, language) };
}

/** Where the house's messages went: the code is on the page of a sample county. */
export function codeOn(page: Visited): string {
  const code = /(\d{6})。/.exec(page.text)?.[1] ?? /code is (\d{6})/.exec(page.text)?.[1];
  if (code === undefined) throw new Error(`No code on the page: ${page.text.slice(0, 200)}`);
  return code;
}

/** Somebody with a browser: keeps cookies, follows redirects, sends the forms of the page as they stand. */
export class Visitor {
  readonly #server: HouseServer;
  readonly #cookies = new Map<string, string>();
  readonly #language: string;

  constructor(server: HouseServer, language: Language = 'zh-CN') {
    this.#server = server;
    this.#language = language;
  }

  async open(url: string): Promise<Visited> {
    return this.#follow({ method: 'GET', url });
  }

  /** Fills in the page's first form that has a button of the whole width, and sends it. */
  async send(
    page: Visited,
    filled: Readonly<Record<string, string>> = {},
    files: readonly SentFile[] = [],
  ): Promise<Visited> {
    const form = mainForm(page);
    const fields = new URLSearchParams(form.fields);
    for (const [name, value] of Object.entries(filled)) fields.set(name, value);
    return this.post(form.action, fields, { multipart: form.multipart, files });
  }

  /** Sends fields to an address without looking at any page. */
  async post(
    url: string,
    fields: URLSearchParams,
    { multipart = false, files = [], referer }: SentAs = {},
  ): Promise<Visited> {
    const sent = multipart
      ? encoded(fields, files)
      : { type: 'application/x-www-form-urlencoded', payload: fields.toString() };
    return this.#follow({
      method: 'POST',
      url,
      headers: { 'content-type': sent.type, ...(referer === undefined ? {} : { referer }) },
      payload: sent.payload,
    });
  }

  /** Signs a phone in by the code that a sample county shows. */
  async signIn(phone: string, next = '/my'): Promise<Visited> {
    const asked = await this.send(await this.open(`/sign-in?next=${encodeURIComponent(next)}`), { phone });
    return this.send(asked, { code: codeOn(asked) });
  }

  async #follow(request: {
    method: 'GET' | 'POST';
    url: string;
    headers?: Record<string, string>;
    payload?: string | Buffer;
  }): Promise<Visited> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...request.headers, 'accept-language': this.#language, ...(cookie === '' ? {} : { cookie }) };
    const answer = await this.#server.inject({ ...request, headers });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const to = answer.headers.location;
    if (answer.statusCode === 303 && to !== undefined) return this.#follow({ method: 'GET', url: to });
    const html = answer.body;
    return { status: answer.statusCode, url: request.url, html, headers: answer.headers, text: textOf(html) };
  }
}

function textOf(html: string): string {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? html;
  return unescaped(
    main.replaceAll(/<(?:br|\/(?:p|li|div|h\d|dt|dd|label|legend|button|tr))[^>]*>/g, '\n').replaceAll(/<[^>]+>/g, ''),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

interface Form {
  readonly action: string;
  readonly multipart: boolean;
  readonly fields: [string, string][];
}

function mainForm({ html, url }: Visited): Form {
  const forms = [...html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)];
  const found = forms.find(([, , inside = '']) => inside.includes('class="button wide"'));
  if (found === undefined) throw new Error(`No form on ${url}: ${html.slice(0, 200)}`);
  const [, attributes = '', inside = ''] = found;
  return {
    action: unescaped(/action="([^"]*)"/.exec(attributes)?.[1] ?? url),
    multipart: attributes.includes('multipart'),
    fields: fieldsIn(inside),
  };
}

/** What a browser would send of the form as it stands. */
function fieldsIn(inside: string): [string, string][] {
  return [...inside.matchAll(/<input([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const named = / name="([^"]*)"/.exec(attributes)?.[1];
    const type = / type="([^"]*)"/.exec(attributes)?.[1] ?? 'text';
    const chosen = !['radio', 'checkbox'].includes(type) || / checked/.test(attributes);
    if (named === undefined || !chosen || type === 'file') return [];
    return [[unescaped(named), unescaped(/ value="([^"]*)"/.exec(attributes)?.[1] ?? '')] as [string, string]];
  });
}

function encoded(fields: URLSearchParams, files: readonly SentFile[]): { type: string; payload: Buffer } {
  const boundary = `form-${randomUUID()}`;
  const parts: Buffer[] = [...fields].map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  for (const { field, name, bytes } of files) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    parts.push(Buffer.from(head), bytes, Buffer.from('\r\n'));
  }
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
