import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { PackShelf } from './packs.ts';
import { readPolicyText } from './read-policy-text.ts';
import * as store from './text-store.ts';

type Trx = Transaction<Tables>;

/** A county's cases lie under a few texts at a time; a pack takes some hundred kilobytes. */
const most = 50;

/** The pack of the text that a case names. Undefined: the text was never kept, or this engine no longer takes it. */
export async function packNamed(
  trx: Trx,
  shelf: PackShelf,
  policy: string,
  version: string,
): Promise<Pack | undefined> {
  const shelved = shelf.packs.find(({ info }) => info.version === version);
  if (shelved !== undefined) return shelved;
  const digest = await store.digestNamed(trx, policy, version);
  return digest === undefined ? undefined : (await ofDigests(trx, shelf, [digest])).get(digest);
}

/** The pack of a policy as it is published, or as it was when its folder was still in `law/`. Undefined when it was never kept. */
export async function packPublishedLast(trx: Trx, shelf: PackShelf, policy: string): Promise<Pack | undefined> {
  return (await publishedLast(trx, shelf, [policy])).get(policy);
}

/** What is known of policies by their names, of each that was ever published: for lists. What is not on the shelf is asked for at once. */
export async function infosOf(
  trx: Trx,
  shelf: PackShelf,
  policies: Iterable<string>,
): Promise<ReadonlyMap<string, PackInfo>> {
  const packs = await publishedLast(trx, shelf, [...new Set(policies)]);
  return new Map([...packs].map(([policy, { info }]) => [policy, info]));
}

async function publishedLast(
  trx: Trx,
  shelf: PackShelf,
  policies: readonly string[],
): Promise<ReadonlyMap<string, Pack>> {
  const packs = new Map<string, Pack>();
  for (const policy of policies) {
    const shelved = shelf.find(policy);
    if (shelved.kind === 'pack') packs.set(policy, shelved.pack);
  }
  const left = await store.newestDigests(
    trx,
    policies.filter((policy) => !packs.has(policy)),
  );
  const again = await ofDigests(trx, shelf, [...left.values()]);
  for (const [policy, digest] of left) {
    const pack = again.get(digest);
    if (pack !== undefined) packs.set(policy, pack);
  }
  return packs;
}

/** The packs of texts, by their digests; none of a text that this engine no longer takes. */
async function ofDigests(
  trx: Trx,
  { packs, readAgain }: PackShelf,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Pack | undefined>> {
  const shelved = new Map(packs.map((pack) => [pack.info.version, pack]));
  const left = digests.filter((digest) => !shelved.has(digest));
  const unread = left.filter((digest) => !readAgain.has(digest));
  const known = new Map(left.map((digest) => [digest, readAgain.get(digest)]));
  const again = new Map([...known, ...(await read(trx, unread))]);
  for (const [digest, pack] of again) {
    // What is asked for stands last, and the first goes.
    readAgain.delete(digest);
    readAgain.set(digest, pack);
    const [oldest] = readAgain.keys();
    if (readAgain.size > most && oldest !== undefined) readAgain.delete(oldest);
  }
  return new Map(digests.map((digest) => [digest, shelved.get(digest) ?? again.get(digest)]));
}

async function read(trx: Trx, digests: readonly string[]): Promise<ReadonlyMap<string, Pack | undefined>> {
  if (digests.length === 0) return new Map();
  const texts = new Map((await store.textsByDigest(trx, digests)).map((text) => [text.digest, text]));
  return new Map(
    digests.map((digest) => {
      const text = texts.get(digest);
      if (text === undefined) throw new Error(`The policy text ${digest} was kept and is gone`);
      const found = readPolicyText(text);
      return [digest, found.kind === 'pack' ? found.pack : undefined];
    }),
  );
}
