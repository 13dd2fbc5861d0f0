import { hasZodFastifySchemaValidationErrors, type ZodFastifySchemaValidationError } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../values/language.ts';
import { sqlStateOf } from '../database/constraint.ts';
import { Problem, type AnsweredProblem } from './problem.ts';
import {
  refusedRequest,
  strangeCharacter,
  tooLarge,
  unknownMediaType,
  unreadableBody,
  wentWrong,
  wrongShape,
} from './common-problems.ts';

/** What PostgreSQL's text can't hold, above all U+0000: `character_not_in_repertoire`, and `untranslatable_character` in jsonb. */
const notText = new Set(['22021', '22P05']);

/** What the reader of forms says, without a code, of one that breaks off or is no form. */
const brokenForm = new Set([
  'Unexpected end of multipart data',
  'Part terminated early due to unexpected end of multipart data',
  'Header terminated early due to unexpected end of multipart data',
  'Multipart: Boundary not found',
]);

/** Whatever was thrown while answering, as a problem that leaks nothing. */
export function problemOf(error: unknown, language: Language): AnsweredProblem {
  if (error instanceof Problem) return error.words;
  if (hasZodFastifySchemaValidationErrors(error))
    return { ...wrongShape, more: { faults: error.validation.map((fault) => faultOf(fault, language)) } };
  if (notText.has(sqlStateOf(error) ?? '')) return strangeCharacter;
  if (error instanceof Error && brokenForm.has(error.message)) return unreadableBody;
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  if (statusCode === 413 || code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT') return tooLarge;
  if (statusCode === 415) return unknownMediaType;
  if (code.startsWith('FST_') || error instanceof SyntaxError) return statusCode < 500 ? unreadableBody : wentWrong;
  return statusCode >= 400 && statusCode < 500 ? { ...refusedRequest, status: statusCode } : wentWrong;
}

/** Zod's own sentences; in a language it has none in, they are said in English. */
const locales: Readonly<Partial<Record<string, z.core.$ZodErrorMap>>> = {
  'zh-CN': z.locales.zhCN().localeError,
  'zh-TW': z.locales.zhTW().localeError,
  en: z.locales.en().localeError,
};

/** Which field, and what is wrong with it. The author's own sentence stays; Zod's are said in the reader's language. */
function faultOf(fault: ZodFastifySchemaValidationError, language: Language): { at: string; detail: string } {
  const path = fault.instancePath.split('/').filter(Boolean);
  const own = fault.keyword === 'custom' ? fault.message : undefined;
  const said = (locales[language] ?? z.locales.en().localeError)({
    ...fault.params,
    code: fault.keyword,
    path,
    input: undefined,
  } as never);
  const detail = own ?? (typeof said === 'string' ? said : said?.message) ?? fault.message ?? '';
  return { at: fault.instancePath, detail };
}
