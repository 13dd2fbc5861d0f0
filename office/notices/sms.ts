/** What happened to one text message. A refusal is the carrier's answer (a number out of service); a carrier that can't be reached throws, and is tried again. */
export type SmsOutcome = { readonly kind: 'sent' } | { readonly kind: 'refused'; readonly why: string };

/** The way a text message leaves the house. */
export interface SmsAdapter {
  /** Sends one message to a phone number (digits only, with or without a country code as the register holds it). */
  send(phone: string, text: string): Promise<SmsOutcome>;
  /** In a sample county: the last message to the phone, for the page to show. Real adapters don't have it. */
  readonly lastTo?: (phone: string) => string | undefined;
}
