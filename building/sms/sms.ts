/**
 * What happened to one text message. A refusal is the carrier's answer (a number out of service) and final; a carrier that can't be reached
 * throws, and the message is tried again.
 */
export type SmsOutcome = { readonly kind: 'sent' } | { readonly kind: 'refused'; readonly why: string };

/** The way a text message leaves the house. */
export interface SmsAdapter {
  /** Sends one message to a mobile number of eleven digits. */
  send(phone: string, text: string): Promise<SmsOutcome>;
  /** In a sample county: the last message to the phone, for the page to show. Real adapters don't have it. */
  readonly lastTo?: (phone: string) => string | undefined;
}

const mostKept = 1_000;

/** For a sample county: no message leaves; the last one to each phone is kept for the page, and `print` shows it in the terminal. */
export function sampleSms(
  print: (line: string) => void,
): SmsAdapter & { readonly lastTo: (phone: string) => string | undefined } {
  const kept = new Map<string, string>();
  return {
    async send(phone, text) {
      kept.delete(phone);
      kept.set(phone, text);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      print(`SMS → ${phone}  ${text}`);
      return { kind: 'sent' };
    },
    lastTo: (phone) => kept.get(phone),
  };
}
