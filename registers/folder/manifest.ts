import { z } from 'zod';
import type { ColumnInfo, RegisterInfo } from '../../rules/columns/shard.ts';
import { type Day, readDay } from '../../values/day.ts';

/** The format that this program writes and reads. */
export const formatVersion = 1;
export const manifestFile = 'register.json';

const whole = z.number().int().nonnegative();
const wholeText = z.string().regex(/^-?\d{1,20}$/);

const column = z.strictObject({
  fact: z.string().min(1),
  type: z.enum(['int', 'money', 'boolean', 'date', 'month', 'text', 'enum']),
  width: z.union([z.literal(8), z.literal(32), z.literal(64)]),
  /** Least and greatest known value as they stand in the column, as decimal texts. */
  least: wholeText.optional(),
  greatest: wholeText.optional(),
  unknown: whole,
  onlyMonth: whole,
});

const file = z.strictObject({ bytes: whole, crc32: z.string().regex(/^[0-9a-f]{8}$/) });

const shard = z.strictObject({
  /** Its folder under `shards/`: the county, with `-02` and so on where a county is cut. */
  name: z.string().regex(/^\d{6}(-\d{2,})?$/),
  county: z.string().regex(/^\d{6}$/),
  rows: whole,
  /** Rows that are no subjects. */
  guests: whole,
  households: whole,
  files: z.record(z.string(), file),
});

const manifest = z.strictObject({
  format: z.literal('huijia-register'),
  version: z.literal(formatVersion),
  /** The day on which the facts stood so. */
  asOf: z.custom<Day>((text) => typeof text === 'string' && readDay(text) !== undefined, 'no day'),
  /** How many steps (a link, or living together) from a shard's own people everybody is to be found in the shard itself. */
  reach: whole,
  /** What it was built from, as it was named. */
  source: z.string(),
  people: whole,
  columns: z.array(column),
  dictionary: z.array(z.string()),
  linksKnown: z.boolean(),
  householdsKnown: z.boolean(),
  largestHousehold: whole,
  mostLinks: whole,
  largestShard: whole,
  /** Rows left out because they were broken, links of others to them, and how many problems of each kind there were. */
  skipped: z.strictObject({ rows: whole, links: whole, byKind: z.record(z.string(), whole) }),
  shards: z.array(shard),
});

/** `register.json`: all that holds of a register, and what files it has. */
export type Manifest = z.infer<typeof manifest>;
export type ShardEntry = z.infer<typeof shard>;
export type FileEntry = z.infer<typeof file>;

export type ManifestRead =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'other-version'; readonly found: string }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads the text of a manifest. The version is looked at first: of another version nothing else is known. */
export function readManifest(text: string): ManifestRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'broken', why: 'JSON' };
  }
  const head = z.object({ format: z.literal('huijia-register'), version: z.unknown() }).safeParse(json);
  if (!head.success) return { kind: 'broken', why: 'format' };
  if (head.data.version !== formatVersion) return { kind: 'other-version', found: String(head.data.version) };
  const read = manifest.safeParse(json);
  if (read.success) return { kind: 'manifest', manifest: read.data };
  const [issue] = read.error.issues;
  return { kind: 'broken', why: issue === undefined ? 'shape' : `${issue.path.join('.')}: ${issue.message}` };
}

/** What holds of every shard, as the column engine takes it. */
export function infoOf(manifest: Manifest): RegisterInfo {
  const columns = manifest.columns.map(({ least, greatest, ...rest }): [string, ColumnInfo] => [
    rest.fact,
    {
      ...rest,
      ...(least !== undefined && { least: BigInt(least) }),
      ...(greatest !== undefined && { greatest: BigInt(greatest) }),
    },
  ]);
  const { dictionary, linksKnown, householdsKnown, largestHousehold, mostLinks, largestShard } = manifest;
  return {
    dictionary,
    linksKnown,
    householdsKnown,
    largestHousehold,
    mostLinks,
    largestShard,
    columns: new Map(columns),
  };
}
