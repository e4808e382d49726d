export const smsProviders = ['twilio', 'vonage'] as const;
export type SmsProvider = (typeof smsProviders)[number];

/** An SMS that a provider took. */
export interface TakenSms {
  id: string;
  from: string;
  to: string;
  text: string;
  /** Where the sender wants to be told. */
  newsAddress: string | null;
  /** What the sender calls it, given back with the news where the provider does so. */
  ref: string | null;
}

/** A merchant's account at a provider. */
export interface SmsAccount {
  /** Twilio's account SID, Vonage's API key. */
  id: string;
  secret: string;
  /** What Vonage signs with; Twilio signs with the secret. */
  signatureSecret: string;
  /** The next calls are answered so: the provider's own code. */
  refuseWith: number | null;
  messages: TakenSms[];
}

/** What becomes of a message; `dead`: there is no such phone. */
export type SmsEvent = 'delivered' | 'dead' | 'absent';
