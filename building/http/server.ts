import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Negotiator from 'negotiator';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { chooseLanguage } from '../../values/choose-language.ts';
import { inEveryLanguage, type Language } from '../../values/language.ts';
import { OperatorFault } from '../operator-fault.ts';
import { keptBelowBase, withoutBase } from './base.ts';
import { addDelivery } from './delivery.ts';
import { isDescribed } from './described.ts';
import { drained } from './drain.ts';
import { securityHeaders } from './headers.ts';
import { chosenLanguage, languageCookieSeconds, languageOf } from './language.ts';
import { type AnsweredProblem, Problem, problemBody } from './problem.ts';
import { fromAnotherSite, notFound, strangeCharacter, tooLarge } from './common-problems.ts';
import { comesFromAnotherSite } from './same-site.ts';
import { problemOf } from './translate.ts';
import { words } from './words/made/all.ts';

/** A server whose routes are typed by their Zod schemas. */
export type HouseServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The reader's language. */
    language: Language;
  }
}

export interface ServerOptions {
  /** What may stand before every path, one for each of several who are served at one host: `/c/990101`. */
  readonly base?: RegExp;
  /** The address people type, where a proxy with TLS stands before us: `https://huijia.example.gov.cn`. */
  readonly publicOrigin?: string;
  /** Programs' routes begin so, and their problems are JSON. */
  readonly apiPrefix: string;
  readonly api: { readonly title: string; readonly version: string; readonly description: string };
  /** The page for a problem met by a person. */
  readonly problemPage: (problem: AnsweredProblem, language: Language, requestId: string) => string;
  /** Hears of what went wrong on our side, with the id that the person was shown. */
  readonly report: (error: unknown, requestId: string) => void;
}

const mebibyte = 1024 * 1024;
/** JSON and plain forms. Files come as multipart, where each route names its limit. */
const bodyBytes = mebibyte;
/** Above this even a form with files is refused before it is read. */
const largestUpload = 100 * mebibyte;

/** A server with the house's rules for every request; doors add their routes to it. */
export async function createServer(options: ServerOptions): Promise<HouseServer> {
  const secure = options.publicOrigin?.startsWith('https:') ?? false;
  const headers = securityHeaders({ secure });
  const server = fastify({
    bodyLimit: bodyBytes,
    // The proxy before us names the asker; what the asker itself put into the header before it counts for nothing.
    trustProxy: options.publicOrigin !== undefined && ((_address: string, hop: number) => hop === 0),
    genReqId: () => randomUUID().slice(0, 8),
    // What a start waits for is its own work: on a busy machine it takes as long as it takes, and a start that gives up serves nobody.
    pluginTimeout: 0,
    forceCloseConnections: 'idle',
    ...(options.base !== undefined && { rewriteUrl: withoutBase(options.base) }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that can't be read never reaches a route, nor the hooks.
    frameworkErrors: (error, request, reply) => {
      request.language = chooseLanguage(new Negotiator(request).languages()) ?? 'zh-CN';
      void reply.headers(headers).header('x-request-id', request.id);
      void refuse(request, reply, problemOf(error, request.language), options);
    },
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await server.register(cookie, { parseOptions: { path: '/', httpOnly: true, sameSite: 'lax', secure } });
  await server.register(formbody, { bodyLimit: bodyBytes });
  await server.register(multipart, { throwFileSizeLimit: false });
  addHooks(server, options, headers);
  await addDelivery(server);
  await describeApi(server, options);
  addProblems(server, options);
  return server;
}

async function describeApi(server: HouseServer, { api, apiPrefix }: ServerOptions): Promise<void> {
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: api },
    transform: (route) => {
      const shown = jsonSchemaTransform(route);
      return route.url.startsWith(apiPrefix) ? shown : { ...shown, schema: { ...shown.schema, hide: true } };
    },
    transformObject: jsonSchemaTransformObject,
  });
  server.get(`${apiPrefix}openapi.json`, { schema: { hide: true } }, async () => server.swagger());
}

function addHooks(server: HouseServer, options: ServerOptions, headers: Readonly<Record<string, string>>): void {
  server.decorateRequest('language', 'zh-CN');
  server.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request);
    void reply.headers(headers).header('x-request-id', request.id);
    const chosen = chosenLanguage(request);
    // Pages in the browser read it too, so this cookie is no secret of the server's.
    if (chosen) void reply.setCookie('lang', chosen, { maxAge: languageCookieSeconds, httpOnly: false });
    if (comesFromAnotherSite(request, options.publicOrigin)) return refuse(request, reply, fromAnotherSite, options);
    if (Number(request.headers['content-length'] ?? 0) > largestUpload)
      return refuse(request, reply, tooLarge, options);
  });
  server.addHook('preValidation', async (request, reply) => {
    return isText(request.body) ? undefined : refuse(request, reply, strangeCharacter, options);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 413) await drained(request.raw);
    return keptBelowBase(request, reply, payload);
  });
}

/** Whether all that was sent is text that can be kept: JSON can spell halves of characters (`\ud800`), which no database takes. */
function isText(sent: unknown): boolean {
  if (typeof sent === 'string') return sent.isWellFormed();
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent)) return true;
  return Object.entries(sent).every(([key, value]) => key.isWellFormed() && isText(value));
}

function addProblems(server: HouseServer, options: ServerOptions): void {
  server.setNotFoundHandler((request, reply) => refuse(request, reply, notFound, options));
  server.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.language);
    if (problem.status >= 500) options.report(error, request.id);
    else if (error instanceof Problem && !isDescribed(request, problem))
      options.report(new Error(`${request.url} answers ${problem.code}, which its description lacks`), request.id);
    return refuse(request, reply, problem, options);
  });
}

/** Answers with a problem: JSON to programs, a page to people. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: AnsweredProblem,
  options: ServerOptions,
): FastifyReply {
  void reply.code(problem.status).header('cache-control', 'no-store');
  // Set as text: a route's response schema describes answers, not problems.
  if (request.url.startsWith(options.apiPrefix)) {
    const body = JSON.stringify(problemBody(problem, request.language, request.id));
    return reply.header('content-type', 'application/problem+json; charset=utf-8').serializer(String).send(body);
  }
  return reply
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(options.problemPage(problem, request.language, request.id));
}

/**
 * Listens. Port 0 takes any free one. Returns the port.
 * @throws OperatorFault when the port is taken or not allowed.
 */
export async function listen(server: HouseServer, { host, port }: { host: string; port: number }): Promise<number> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw portFault(error, port);
  }
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function portFault(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new OperatorFault(
      inEveryLanguage(words, (w) => w.portTaken({ port })),
      { cause: error },
    );
  }
  if (code === 'EACCES') {
    return new OperatorFault(
      inEveryLanguage(words, (w) => w.portNotAllowed({ port })),
      { cause: error },
    );
  }
  return error;
}
