import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + 4 + ivBytes + tagBytes;

/** Asked of the operating system many at a time: each asking costs as much as the sealing. No piece is handed out twice. */
let drawn = Buffer.alloc(0);

function newNonce(): Buffer {
  if (drawn.length < ivBytes) drawn = randomBytes(341 * ivBytes);
  const nonce = drawn.subarray(0, ivBytes);
  drawn = drawn.subarray(ivBytes);
  return nonce;
}

/**
 * Seals bytes with AES-256-GCM: version, key id, nonce, tag, ciphertext. `context` says where the secret belongs (`person.identity 0198…`);
 * what was sealed for one place does not open at another.
 */
export function sealBytes(keys: Keys, bytes: Uint8Array, context: string): Buffer {
  const iv = newNonce();
  const cipher = createCipheriv('aes-256-gcm', keys.sealing.key, iv).setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(version), Buffer.from(keys.sealing.id, 'hex'), iv, cipher.getAuthTag(), body]);
}

/** Opens what {@link sealBytes} sealed. Throws when the key is unknown, the context differs or a bit was changed. */
export function openBytes(keys: Keys, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < headBytes || bytes[0] !== version) throw new Error('Not a sealed value');
  const key = keys.opening.get(bytes.toString('hex', 1, 5));
  if (key === undefined) throw new Error(`Sealed with a key this house does not hold: ${bytes.toString('hex', 1, 5)}`);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(5, 5 + ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(bytes.subarray(5 + ivBytes, headBytes));
  return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]);
}

export function sealText(keys: Keys, text: string, context: string): Buffer {
  return sealBytes(keys, Buffer.from(text, 'utf8'), context);
}

export function openText(keys: Keys, sealed: Uint8Array, context: string): string {
  return openBytes(keys, sealed, context).toString('utf8');
}

/**
 * A blind index: finds a sealed value by equality without opening any. HMAC-SHA-256 over the field's name and the text in one form (NFKC,
 * no blanks or hyphens, upper case), 64 hex digits.
 */
export function blindIndex(keys: Keys, text: string, field: string): string {
  const oneForm = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  return createHmac('sha256', keys.blind).update(`${field}\0${oneForm}`).digest('hex');
}
