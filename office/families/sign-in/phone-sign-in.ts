import { words } from '../words/made/all.ts';
import { type County, isInvented } from '../../../values/division.ts';
import { randomInt } from 'node:crypto';
import { inTransaction } from '../../../building/database/transaction.ts';
import { blindIndex } from '../../../building/identity/sealed.ts';
import { sameSecret } from '../../../building/identity/token.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { House } from '../../hall/house.ts';
import { settingsOf, type SignInActing } from '../../hall/who/acting.ts';
import { giveBackTry, type Limit, takeTries } from '../../hall/session/limits.ts';
import { type OpenedSession, openFamilySession } from '../../hall/session/sessions.ts';
import { checkCode, keepCode } from './codes.ts';
import { maskedPhone } from '../case.ts';
import type { Fault } from '../decide.ts';
import { type PhoneFault, readPhone } from '../typed/numbers.ts';
import { phoneBlind } from '../register/sealing.ts';
import * as finding from '../find/find-store.ts';

/** How long a code may be used. */
export const codeMinutes = 10;
const codeDigits = 6;

const minute = 60_000;
const hour = 60 * minute;

export type CodeOutcome =
  /** `sampleCode` in a sample county alone, where no message leaves the house. */
  | { readonly kind: 'sent'; readonly phone: string; readonly maskedPhone: string; readonly sampleCode?: string }
  | { readonly kind: 'wrong-phone'; readonly fault: Fault<PhoneFault> }
  | { readonly kind: 'too-many-tries'; readonly until: Date }
  /** The carrier did not take it; `words` say what to do. */
  | { readonly kind: 'not-sent'; readonly words: Localized };

/**
 * A phone gets one code a minute and five an hour. An address may be a carrier's, with hundreds of families behind it: its limit only keeps
 * a machine from sending messages without end.
 */
function sendingLimits(phone: string, address: string): readonly Limit[] {
  return [
    { key: `code-soon ${phone}`, most: 1, windowMs: minute },
    { key: `code ${phone}`, most: 5, windowMs: hour },
    { key: `code-from ${address}`, most: 200, windowMs: hour },
  ];
}

/** Sends a code to a phone. Whether the phone is in the register makes no difference that anyone could see. */
export async function askForCode(
  house: House,
  given: { readonly county: County; readonly phone: string; readonly address: string },
): Promise<CodeOutcome> {
  const read = readPhone(given.phone);
  if (read.kind === 'fault') return { kind: 'wrong-phone', fault: read.fault };
  const { county } = given;
  const phone = read.value;
  const blind = phoneBlind(house.keysOf(county), phone);
  const code = randomInt(10 ** codeDigits)
    .toString()
    .padStart(codeDigits, '0');
  const limits = sendingLimits(phone, given.address);
  const kept = await inTransaction(house.db, settingsOf(comingIn(county, blind)), async (trx) => {
    const tries = await takeTries(trx, house, county, limits);
    if (tries.kind === 'too-many') return tries;
    const now = house.clock.now();
    const codeHash = hashOf(house, county, blind, code);
    await keepCode(trx, county, {
      phoneBlind: blind,
      codeHash,
      now,
      expiresAt: new Date(now.getTime() + codeMinutes * minute),
    });
    return { kind: 'kept' as const };
  });
  if (kept.kind === 'too-many') return { kind: 'too-many-tries', until: kept.until };
  // A message can't be taken back, so it leaves after the code is kept.
  const sent = await house
    .smsOf(county)
    .send(phone, codeMessage(code))
    .catch((error: unknown) => ({ kind: 'refused' as const, why: String(error) }));
  if (sent.kind === 'refused') return notSent(house, county, blind, limits);
  return { kind: 'sent', phone, maskedPhone: maskedPhone(phone), ...(isInvented(county) ? { sampleCode: code } : {}) };
}

async function notSent(house: House, county: County, blind: string, limits: readonly Limit[]): Promise<CodeOutcome> {
  await inTransaction(house.db, settingsOf(comingIn(county, blind)), (trx) => giveBackTry(trx, house, county, limits));
  return {
    kind: 'not-sent',
    words: inEveryLanguage(words, (w) => w.phoneSignIn.messageCouldNotSentPlease),
  };
}

/** Text messages leave in Chinese: the phone is all that is known of who reads them. */
function codeMessage(code: string): string {
  return words['zh-CN'].phoneSignIn.codeMessage({ code, minutes: codeMinutes });
}

export type CodeSignInOutcome =
  | {
      readonly kind: 'signed-in';
      readonly opened: OpenedSession;
      /** Whether the phone's owner is in the register. */ readonly registered: boolean;
    }
  | { readonly kind: 'wrong-phone'; readonly fault: Fault<PhoneFault> }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  /** Used up, run out, or never sent: ask for a new one. */
  | { readonly kind: 'code-over' }
  | { readonly kind: 'too-many-tries'; readonly until: Date };

/**
 * Signs a phone in by the code it received. A phone that isn't in the register comes in as well: its owner's first application enters them.
 */
export async function signInWithCode(
  house: House,
  given: { readonly county: County; readonly phone: string; readonly code: string; readonly address: string },
): Promise<CodeSignInOutcome> {
  const read = readPhone(given.phone);
  if (read.kind === 'fault') return { kind: 'wrong-phone', fault: read.fault };
  const { county } = given;
  const phone = { number: read.value, blind: phoneBlind(house.keysOf(county), read.value) };
  const code = given.code.normalize('NFKC').replaceAll(/\D/g, '');
  return inTransaction(house.db, settingsOf(comingIn(county, phone.blind)), async (trx) => {
    const limit = { key: `code-try ${given.address}`, most: 200, windowMs: hour };
    const tries = await takeTries(trx, house, county, [limit]);
    if (tries.kind === 'too-many') return { kind: 'too-many-tries', until: tries.until };
    const hash = hashOf(house, county, phone.blind, code);
    const checked = await checkCode(trx, house, county, phone.blind, (kept) => sameSecret(kept, hash));
    if (checked.kind !== 'right') return checked;
    await giveBackTry(trx, house, county, [limit]);
    const owner = await finding.ownerOfPhone(trx, county, phone.blind);
    const opened = await openFamilySession(trx, house, county, phone);
    return { kind: 'signed-in', opened, registered: owner !== undefined };
  });
}

function comingIn(county: County, blind: string): SignInActing {
  return { kind: 'sign-in', county, phoneBlind: blind };
}

/** Keyed, because a plain hash of six digits could be looked up by whoever stole the table. */
function hashOf(house: House, county: County, blind: string, code: string): string {
  return blindIndex(house.keysOf(county), `${blind} ${code}`, 'sign-in-code');
}
