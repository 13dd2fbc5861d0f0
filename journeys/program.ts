import { samplePassword, type SampleStaff } from '../sample-county/staff.ts';
import type { JourneyHouse } from './house.ts';

/** What came back: the status, and the JSON (or nothing). */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Somebody who speaks to the house over HTTP, as a screen or a program does: with cookie and form token. */
export interface Program {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** One file as a form sends it. */
  upload(path: string, field: string, bytes: Uint8Array, name: string, mediaType: string): Promise<Answer>;
  /** The bytes of a file. */
  download(path: string): Promise<Buffer>;
}

/** Nobody in particular. */
export function stranger(
  { origin }: Pick<JourneyHouse, 'origin'>,
  headers: Readonly<Record<string, string>> = {},
): Program {
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const { headers: more, ...rest } = init;
    const answer = await fetch(`${origin}${path}`, {
      ...rest,
      headers: { ...headers, ...(more as Record<string, string>) },
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : { text } };
  };
  return {
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    upload: (path, field, bytes, name, type) => {
      const form = new FormData();
      form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
      return ask(path, { method: 'POST', body: form });
    },
    download: async (path) => Buffer.from(await (await fetch(`${origin}${path}`, { headers })).arrayBuffer()),
  };
}

/** A clerk who has signed in. */
export async function clerkAt(
  house: Pick<JourneyHouse, 'origin'>,
  { signInName }: SampleStaff,
  password = samplePassword,
): Promise<Program> {
  const answer = await fetch(`${house.origin}/api/office/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName, password }),
  });
  const { formToken } = (await answer.json()) as { formToken?: string };
  if (formToken === undefined) throw new Error(`${signInName} could not sign in: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return stranger(house, { cookie, 'x-form-token': formToken });
}
