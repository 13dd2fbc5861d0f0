import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for a cookie or a form, and the only form of it that is stored. */
export interface Token {
  /** 256 random bits, 43 characters of base64url. */
  readonly token: string;
  /** SHA-256 of the token, 64 hex digits. */
  readonly hash: string;
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

/** What is stored of a token: whoever reads the table can't sign in with it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two secrets without telling by the time taken how much of them agrees. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
