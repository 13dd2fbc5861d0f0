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
  return ofDigest(trx, shelf, await store.digestNamed(trx, policy, version));
}

/** The pack of a policy as it is published, or as it was when its folder was still in `law/`. Undefined when it was never kept. */
export async function packPublishedLast(trx: Trx, shelf: PackShelf, policy: string): Promise<Pack | undefined> {
  const shelved = shelf.find(policy);
  if (shelved.kind === 'pack') return shelved.pack;
  return ofDigest(trx, shelf, await store.newestDigest(trx, policy));
}

/** What is known of policies by their names, of each that was ever published: for lists. */
export async function infosOf(
  trx: Trx,
  shelf: PackShelf,
  policies: Iterable<string>,
): Promise<ReadonlyMap<string, PackInfo>> {
  const infos = new Map<string, PackInfo>();
  for (const policy of new Set(policies)) {
    const pack = await packPublishedLast(trx, shelf, policy);
    if (pack !== undefined) infos.set(policy, pack.info);
  }
  return infos;
}

async function ofDigest(trx: Trx, shelf: PackShelf, digest: string | undefined): Promise<Pack | undefined> {
  if (digest === undefined) return undefined;
  const shelved = shelf.packs.find(({ info }) => info.version === digest);
  if (shelved !== undefined) return shelved;
  const { readAgain } = shelf;
  const pack = readAgain.has(digest) ? readAgain.get(digest) : await read(trx, digest);
  // What is asked for stands last, and the first goes.
  readAgain.delete(digest);
  readAgain.set(digest, pack);
  const [oldest] = readAgain.keys();
  if (readAgain.size > most && oldest !== undefined) readAgain.delete(oldest);
  return pack;
}

async function read(trx: Trx, digest: string): Promise<Pack | undefined> {
  const text = await store.textByDigest(trx, digest);
  if (text === undefined) throw new Error(`The policy text ${digest} was kept and is gone`);
  const found = readPolicyText(text);
  return found.kind === 'pack' ? found.pack : undefined;
}
