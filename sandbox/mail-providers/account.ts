import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';

export const mailProviders = ['postmark', 'sendgrid', 'ses', 'mailgun'] as const;
export type MailProvider = (typeof mailProviders)[number];

/** What becomes of a mail: told by a push to the account's webhook. */
export const mailEvents = ['delivered', 'bounced', 'deferred', 'complained'] as const;
export type MailEvent = (typeof mailEvents)[number];

/** A mail that a provider took. */
export interface TakenMail {
  /** What the provider calls it. */
  id: string;
  from: string;
  to: string;
  /** Further readers. */
  cc: string[];
  /** What goes with it. */
  files: { filename: string; type: string; size: number }[];
  subject: string;
  text: string;
  html: string | null;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** What the sender gave along, to be repeated in each event. */
  custom: Record<string, string>;
}

export const mailAccountShape = z.object({
  webhookUrl: z.url().nullable(),
  webhookSecret: z.string(),
  /** The key is no longer good. */
  withdrawn: z.boolean(),
  /** So many of the next calls are too many. */
  slowDown: z.number().int().min(0),
  /** So many of the next calls fail on the provider's side. */
  failing: z.number().int().min(0),
  /** So many of the next mails are taken, and the line breaks before the answer. */
  hangUp: z.number().int().min(0),
  /** The domain or address that mail leaves from is not verified. */
  unverified: z.boolean(),
});

/** A merchant's account at a provider. */
export type MailAccount = z.infer<typeof mailAccountShape> & {
  /** SendGrid's token, Postmark's server token, Mailgun's key, the id of Amazon's access key. */
  key: string;
  /** The secret half of Amazon's access key. */
  secret: string;
  /** What the provider signs its pushes with, where that is a pair of keys. */
  signing(): { privateKey: KeyObject; publicKey: KeyObject };
  mails: TakenMail[];
  /** How each push was answered; 0 where nobody answered. */
  pushes: number[];
};

export function newMailAccount(provider: MailProvider, key: string): MailAccount {
  let made: ReturnType<MailAccount['signing']> | null = null;
  const signing = () => (made ??= provider === 'ses' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'prime256v1' }));
  return { key, secret: `${key}-secret`, webhookUrl: null, webhookSecret: 'demo-secret', withdrawn: false, slowDown: 0, failing: 0, hangUp: 0, unverified: false, signing, mails: [], pushes: [] };
}
