import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What a password check costs whoever tries. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes, one lane. */
export const standardCost: PasswordCost = { memoryKiB: 19_456, passes: 2, lanes: 1 };

const derive = promisify(argon2);
const tagBytes = 32;
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes a password into a PHC string, which carries its own salt and cost. */
export async function hashPassword(password: string, cost: PasswordCost = standardCost): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memoryKiB},t=${cost.passes},p=${cost.lanes}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Checks a password in constant time. `outdated` asks the caller to hash it anew at today's cost. A missing hash (nobody of that name)
 * costs the same time and never matches. Throws when the hash is not one of ours.
 */
export async function checkPassword(
  password: string,
  hash: string | undefined,
  cost: PasswordCost = standardCost,
): Promise<{ readonly matches: boolean; readonly outdated: boolean }> {
  if (hash === undefined) {
    await tagOf(password, randomBytes(16), cost);
    return { matches: false, outdated: false };
  }
  const read = readHash(hash);
  const tag = await tagOf(password, read.salt, read.cost);
  const matches = tag.length === read.tag.length && timingSafeEqual(tag, read.tag);
  const { memoryKiB, passes, lanes } = read.cost;
  return { matches, outdated: memoryKiB !== cost.memoryKiB || passes !== cost.passes || lanes !== cost.lanes };
}

function readHash(hash: string): { cost: PasswordCost; salt: Buffer; tag: Buffer } {
  const [, memoryKiB, passes, lanes, salt, tag] = phc.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('Not an argon2id hash');
  const cost = { memoryKiB: Number(memoryKiB), passes: Number(passes), lanes: Number(lanes) };
  return { cost, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

/** Full-width and half-width keyboards write one password (NFKC, as NIST SP 800-63B §3.1.1.2 advises). */
function tagOf(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  const { memoryKiB: memory, passes, lanes: parallelism } = cost;
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: tagBytes });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
