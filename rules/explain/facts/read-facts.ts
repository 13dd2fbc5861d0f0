import { type Day, readDay, readMonth } from '../../../values/day.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { nearest } from '../../check/tell/nearest.ts';
import type { FactValue, Facts, PersonFacts } from '../../facts.ts';
import { fitsForm } from '../../pack/form.ts';
import type { FactDefinition, Vocabulary } from '../../vocabulary.ts';
import { problemIn, type FactProblem } from './fact-problems.ts';
import { isObject, readId, type Reading, refuseUnknown, shown } from './from-json.ts';
import { readHouseholds, readLinks } from './read-relations.ts';
import { checkLinks } from './check-links.ts';

export type FactsRead =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'problems'; readonly problems: readonly FactProblem[] };

const mostPeople = 10_000;

/** A day, or a month where only that is known or the fact is one; neither in the future nor before people can have been born. */
function readDate(reading: Reading, path: string, definition: FactDefinition, json: unknown): FactValue {
  const found = { found: shown(json) };
  const isMonth = definition.type === 'month';
  const written = typeof json === 'string' ? ((isMonth ? undefined : readDay(json)) ?? readMonth(json)) : undefined;
  if (written === undefined) return reading.add(path, isMonth ? 'not-a-month' : 'not-a-day', found);
  const { notBefore, notInFuture } = definition;
  const reference = reading.on?.slice(0, written.length);
  if (notInFuture && reference !== undefined && written > reference)
    return reading.add(path, 'in-the-future', { ...found, on: reading.on ?? '' });
  if (notBefore !== undefined && written < notBefore.slice(0, written.length))
    return reading.add(path, 'too-long-ago', { ...found, from: notBefore });
  return written;
}

function readNumber(reading: Reading, path: string, json: unknown): FactValue {
  return typeof json === 'number' && Number.isSafeInteger(json)
    ? json
    : reading.add(path, 'not-a-whole-number', { found: shown(json) });
}

/** Money is a decimal string of fen, as everywhere on the wire. Nobody's is less than nothing, as in a register. */
function readMoney(reading: Reading, path: string, json: unknown): FactValue {
  const found = { found: shown(json) };
  if (typeof json !== 'string' || !/^-?\d{1,17}$/.test(json)) return reading.add(path, 'not-fen', found);
  return BigInt(json) < 0n ? reading.add(path, 'negative-money', found) : BigInt(json);
}

function readText(reading: Reading, path: string, definition: FactDefinition, json: unknown): FactValue {
  if (typeof json !== 'string' || json.length > 100) return reading.add(path, 'not-a-text', { found: shown(json) });
  return fitsForm(json, definition.form) ? json : reading.add(path, 'not-a-country', { found: shown(json) });
}

function readEnum(reading: Reading, path: string, { values }: FactDefinition, json: unknown): FactValue {
  if (typeof json === 'string' && values?.has(json)) return json;
  const known = [...(values?.keys() ?? [])];
  const near = typeof json === 'string' ? nearest(json, known) : undefined;
  const found = { found: shown(json), options: known.join(', ') };
  return near === undefined
    ? reading.add(path, 'not-a-value', found)
    : reading.add(path, 'misspelt-value', { ...found, near });
}

function readFact(reading: Reading, path: string, definition: FactDefinition, json: unknown): FactValue {
  // Absent and null are the same: not known.
  if (json === undefined || json === null) return undefined;
  const { type } = definition;
  switch (type) {
    case 'date':
    case 'month':
      return readDate(reading, path, definition, json);
    case 'boolean':
      return typeof json === 'boolean' ? json : reading.add(path, 'not-a-boolean', { found: shown(json) });
    case 'int':
      return readNumber(reading, path, json);
    case 'money':
      return readMoney(reading, path, json);
    case 'ratio':
      return reading.add(path, 'not-a-fact', { found: shown(json) });
    case 'enum':
      return readEnum(reading, path, definition, json);
    case 'text':
      return readText(reading, path, definition, json);
  }
  return unreachable(type);
}

function readPerson(reading: Reading, path: string, json: unknown): PersonFacts | undefined {
  if (!isObject(json)) return reading.add(path, 'not-an-object', { found: shown(json) });
  refuseUnknown(reading, path, json, ['id', ...reading.vocabulary.facts.keys()]);
  const id = readId(reading, `${path}.id`, json['id']);
  const facts: Record<string, FactValue> = {};
  for (const [name, definition] of reading.vocabulary.facts) {
    const value = readFact(reading, `${path}.${name}`, definition, json[name]);
    if (value !== undefined) facts[name] = value;
  }
  return id === undefined ? undefined : { ...facts, id };
}

function readPeople(reading: Reading, json: unknown): readonly PersonFacts[] {
  if (!Array.isArray(json) || json.length === 0 || json.length > mostPeople) {
    reading.add('people', 'not-people', { most: String(mostPeople) });
    return [];
  }
  const people = new Map<string, PersonFacts>();
  json.forEach((item: unknown, i) => {
    const person = readPerson(reading, `people[${i}]`, item);
    if (person === undefined) return;
    if (people.has(person.id)) reading.add(`people[${i}].id`, 'same-id', { id: person.id });
    people.set(person.id, person);
  });
  return [...people.values()];
}

function readOn(add: Reading['add'], json: unknown): Day | undefined {
  const day = typeof json === 'string' ? readDay(json) : undefined;
  return day ?? add('on', 'not-a-day', { found: shown(json) });
}

/**
 * Reads facts from outside (parsed JSON), by the vocabulary: everything that is wrong at once, each with its path
 * (`people[0].birth`). Facts that cannot be, such as a birth in the future, are refused.
 */
export function readFacts(vocabulary: Vocabulary, json: unknown): FactsRead {
  const problems: FactProblem[] = [];
  const add: Reading['add'] = (path, kind, values) => {
    problems.push(problemIn(path, kind, values));
    return undefined;
  };
  if (!isObject(json)) {
    add('', 'not-an-object', { found: shown(json) });
    return { kind: 'problems', problems };
  }
  const on = readOn(add, json['on']);
  const reading: Reading = { vocabulary, on, add };
  refuseUnknown(reading, '', json, ['on', 'people', 'links', 'households', 'subject']);
  const people = readPeople(reading, json['people']);
  const links = readLinks(reading, json['links']);
  const households = readHouseholds(reading, people, json['households']);
  checkLinks(people, links ?? [], add);
  const subject = readId(reading, 'subject', json['subject']);
  if (subject !== undefined && people.length > 0 && !people.some(({ id }) => id === subject))
    add('subject', 'nobody', { id: shown(subject) });
  if (problems.length > 0 || on === undefined || subject === undefined) return { kind: 'problems', problems };
  const known = links?.filter((link) => link !== undefined);
  return {
    kind: 'facts',
    facts: { on, people, subject, ...(known && { links: known }), ...(households && { households }) },
  };
}
