import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { mailProviders } from './mail-provider.ts';

const account = z.object({
  provider: z.enum(mailProviders),
  /** The address that mail leaves from; the provider knows it as verified. */
  from: z.email(),
  sealedKey: z.string(),
  /** The last four signs of the key, so that a merchant knows it again. */
  keyEnd: z.string(),
  account: z.string(),
  region: z.string(),
  /** What the provider's news is verified by: a public key, a signing key, a topic; for Postmark a password of ours. */
  sealedWebhookSecret: z.string().nullable(),
  /** In the address that the provider sends its news to: it finds the shop and cannot be guessed. */
  token: z.string(),
  connectedAt: z.iso.datetime(),
});

/** A merchant's account at a mail provider. */
export type MailAccount = z.infer<typeof account>;

const schema = z.object({ account: account.nullable() });

/** The account that a shop's mail goes through; without one it goes through our own mail server. Secrets are sealed. */
export const mailAccountSetting: Setting<z.infer<typeof schema>> = { name: 'sending-mail', schema, initial: { account: null } };
