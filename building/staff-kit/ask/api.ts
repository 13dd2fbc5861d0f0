import { base } from './base.ts';
import { reportReached, reportSignedOut, reportUnreached } from './reach.ts';

/** What the server said instead of an answer (RFC 9457), in the reader's language. */
export interface Problem<Code extends string = string> {
  /** 0 when nothing came back at all. */
  readonly status: number;
  /** For machines, e.g. `stale-version`; `unreachable` when nothing came back. */
  readonly code: Code;
  readonly title: string;
  readonly detail: string;
  /** Everything else the problem carried (faults by line, the difference, who may). */
  readonly more: Readonly<Record<string, unknown>>;
}

/** Thrown by every call below, so that queries and mutations keep it as their error. */
class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/**
 * The problem behind an error; undefined when the error is a broken assumption of our own. A screen that compares codes names the
 * list of its endpoint's: `problemOf<ReviewProblem>(error)`.
 */
export function problemOf<Code extends string = string>(error: unknown): Problem<Code> | undefined {
  return error instanceof ProblemError ? (error.problem as Problem<Code>) : undefined;
}

let formToken: string | undefined;

/** The token that proves a write comes from our own page; told with `GET /api/office/me`. */
export function keepFormToken(token: string): void {
  formToken = token;
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address, of this page's own server and below its base, with those query values that are set. */
export function addressOf(path: string, query: Query = {}): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') set.set(name, String(value));
  const text = set.toString();
  return text === '' ? `${base}${path}` : `${base}${path}?${text}`;
}

async function problemFrom(response: Response): Promise<Problem> {
  const read: unknown = await response.json().catch(() => undefined);
  const body = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  const { title, detail, code, ...more } = body;
  return {
    status: response.status,
    code: typeof code === 'string' ? code : `http-${response.status}`,
    title: typeof title === 'string' ? title : `${response.status} ${response.statusText}`.trim(),
    detail: typeof detail === 'string' ? detail : '',
    more,
  };
}

async function call(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...init });
  } catch {
    reportUnreached();
    throw new ProblemError({ status: 0, code: 'unreachable', title: '', detail: '', more: {} });
  }
  reportReached();
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (problem.status === 401) reportSignedOut();
  throw new ProblemError(problem);
}

async function answerOf<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function writing(extra: Record<string, string>): Record<string, string> {
  return formToken === undefined ? extra : { ...extra, 'x-form-token': formToken };
}

/** Reads JSON. Throws {@link ProblemError}. */
export async function read<T>(path: string, query: Query = {}): Promise<T> {
  return answerOf<T>(await call(addressOf(path, query), { headers: { accept: 'application/json' } }));
}

/** Writes JSON with the form token. Throws {@link ProblemError}. */
export async function write<T>(method: 'POST' | 'PATCH', path: string, body: unknown = {}): Promise<T> {
  const headers = writing({ 'content-type': 'application/json', accept: 'application/json' });
  return answerOf<T>(await call(addressOf(path), { method, headers, body: JSON.stringify(body) }));
}

/** Sends one file as multipart under the name that the endpoint expects. Throws {@link ProblemError}. */
export async function sendFile<T>(path: string, name: string, file: File): Promise<T> {
  const form = new FormData();
  form.append(name, file);
  return answerOf<T>(
    await call(addressOf(path), { method: 'POST', headers: writing({ accept: 'application/json' }), body: form }),
  );
}
