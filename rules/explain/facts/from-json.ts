import type { Day } from '../../../values/day.ts';
import { nearest } from '../../check/tell/nearest.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import type { ProblemKind } from './fact-problems.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What the parts of the reader hand to one another. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly on: Day | undefined;
  readonly add: (path: string, kind: ProblemKind, values?: Readonly<Record<string, string>>) => undefined;
}

export const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** What was found instead, short enough for a sentence. */
export function shown(json: unknown): string {
  const text = JSON.stringify(json) ?? String(json);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function refuseUnknown(reading: Reading, path: string, json: JsonObject, known: readonly string[]): void {
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    const at = path === '' ? key : `${path}.${key}`;
    if (near === undefined) reading.add(at, 'unknown-field', { name: shown(key) });
    else reading.add(at, 'misspelt-field', { name: shown(key), near });
  }
}

export function readId(reading: Reading, path: string, json: unknown): string | undefined {
  if (typeof json === 'string' && json.trim() !== '' && json.length <= 100) return json;
  return reading.add(path, 'not-an-id', { found: shown(json) });
}
