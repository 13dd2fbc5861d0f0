import { inEveryLanguage } from '../../values/language.ts';
import { OperatorFault } from '../operator-fault.ts';
import type { SmsAdapter, SmsOutcome } from './sms.ts';
import { words } from '../words/made/all.ts';

/** A carrier's or the government cloud's HTTP gateway. */
export interface GatewaySettings {
  /** Where messages are posted, as `{"phone": "…", "text": "…"}` in JSON. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

/**
 * Reads the gateway from the environment: `HUIJIA_SMS_URL` (https, or http within the own network) and `HUIJIA_SMS_TOKEN`. Undefined when
 * none is named.
 * @throws OperatorFault when the address is none.
 */
export function gatewayFrom(env: Readonly<Record<string, string | undefined>>): GatewaySettings | undefined {
  const { HUIJIA_SMS_URL: url, HUIJIA_SMS_TOKEN: token } = env;
  if (url === undefined || url === '') return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new OperatorFault(inEveryLanguage(words, (w) => w.smsAddress));
  }
  return { url, ...(token === undefined || token === '' ? {} : { token }) };
}

/**
 * Sends through an HTTP gateway: 2xx is sent; 4xx is the carrier's refusal and final (its `reason`, if the answer has one); 408, 429, 5xx
 * and a gateway that can't be reached throw, so that the message is tried again.
 */
export function gatewaySms(settings: GatewaySettings): SmsAdapter {
  const { url, token, timeoutMs = 10_000 } = settings;
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    async send(phone, text) {
      const body = JSON.stringify({ phone, text });
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      return outcomeOf(answer);
    },
  };
}

async function outcomeOf(answer: Response): Promise<SmsOutcome> {
  const said = (await answer.text()).slice(0, 300);
  if (answer.ok) return { kind: 'sent' };
  const final = answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429;
  if (!final) throw new Error(`The SMS gateway answered ${answer.status}`);
  return { kind: 'refused', why: reasonIn(said) ?? `HTTP ${answer.status}` };
}

function reasonIn(said: string): string | undefined {
  try {
    const { reason } = JSON.parse(said) as { reason?: unknown };
    return typeof reason === 'string' ? reason : undefined;
  } catch {
    return undefined;
  }
}

/** The adapter of a house without a sample and without a gateway: says so each time, and the notice waits on the site. */
export const noSms: SmsAdapter = {
  async send() {
    return { kind: 'refused', why: 'no SMS gateway is configured (HUIJIA_SMS_URL)' };
  },
};
