import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const imap = z.object({
  host: z.string(),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls']),
  user: z.string(),
  /** A password, or the refresh token of an account at Google or Microsoft. */
  auth: z.enum(['password', 'google', 'microsoft']),
  sealedSecret: z.string(),
});

/** A mailbox at somebody else's server. */
export type ImapAccess = z.infer<typeof imap>;

const settings = z.object({
  imap: imap.optional(),
  /** What a provider's calls are verified by: a signing key, a public key; for Postmark a password of ours. */
  sealedSecret: z.string().optional(),
});

/** How a mailbox is reached; secrets are sealed. */
export type MailboxSettings = z.infer<typeof settings>;

/** What a mailbox's row holds of it. */
export function readMailboxSettings(stored: unknown): MailboxSettings {
  return settings.parse(stored);
}

/** Whether both are one mailbox, however we are let in: it is read on where it was. */
export function isSameMailbox(one: Pick<ImapAccess, 'host' | 'user'> | undefined, other: Pick<ImapAccess, 'host' | 'user'>): boolean {
  return one?.host === other.host && one.user === other.user;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A mailbox's name at our door and in web addresses: cannot be guessed, can be read out, survives programs that change capital letters. */
export function newMailboxKey(): string {
  return [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
}
