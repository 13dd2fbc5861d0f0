import type { Household, Link } from '../../facts.ts';
import { isObject, readId, type Reading, refuseUnknown, shown } from './from-json.ts';

const linkKinds = ['parent', 'spouse', 'guardian'] as const;

function readLink(reading: Reading, path: string, json: unknown): Link | undefined {
  if (!isObject(json)) return reading.add(path, 'not-an-object', { found: shown(json) });
  refuseUnknown(reading, path, json, ['kind', 'from', 'to']);
  const kind = linkKinds.find((known) => known === json['kind']);
  if (kind === undefined) reading.add(`${path}.kind`, 'not-a-link', { found: shown(json['kind']) });
  const from = readId(reading, `${path}.from`, json['from']);
  const to = readId(reading, `${path}.to`, json['to']);
  return kind === undefined || from === undefined || to === undefined ? undefined : { kind, from, to };
}

export function readLinks(reading: Reading, json: unknown): readonly (Link | undefined)[] | undefined {
  if (json === undefined || json === null) return undefined;
  if (!Array.isArray(json)) return reading.add('links', 'not-a-list', { found: shown(json) });
  return json.map((item: unknown, i) => readLink(reading, `links[${i}]`, item));
}

/** More households than people may be. */
const mostHouseholds = 10_000;

/** Everyone in it is there, and once. */
function readHousehold(reading: Reading, known: ReadonlySet<string>, path: string, json: unknown): Household {
  if (!Array.isArray(json)) return reading.add(path, 'not-a-list', { found: shown(json) }) ?? [];
  const members = new Set<string>();
  json.forEach((item: unknown, i) => {
    const id = readId(reading, `${path}[${i}]`, item);
    if (id === undefined) return;
    if (!known.has(id)) reading.add(`${path}[${i}]`, 'nobody', { id: shown(id) });
    if (members.has(id)) reading.add(`${path}[${i}]`, 'twice-in-household', { id: shown(id) });
    members.add(id);
  });
  return [...members];
}

/** `[["c", "m"], ["c", "g"]]`: the people of each household, by id. */
export function readHouseholds(
  reading: Reading,
  people: readonly { readonly id: string }[],
  json: unknown,
): readonly Household[] | undefined {
  if (json === undefined || json === null) return undefined;
  if (!Array.isArray(json)) return reading.add('households', 'not-a-list', { found: shown(json) });
  if (json.length > mostHouseholds)
    return reading.add('households', 'too-many-households', { most: String(mostHouseholds) });
  const known = new Set(people.map(({ id }) => id));
  return json.map((item: unknown, i) => readHousehold(reading, known, `households[${i}]`, item));
}
