import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** Who can hand a shop's mail on instead of us. */
export const mailProviders = ['postmark', 'sendgrid', 'ses', 'mailgun'] as const;
export type MailProvider = (typeof mailProviders)[number];

export function isMailProvider(text: string): text is MailProvider {
  return mailProviders.some((one) => one === text);
}

/** As people call them, and what else they ask for beside a key: the id of Amazon's access key, Mailgun's domain. */
export const mailProviderFacts: Readonly<Record<MailProvider, { name: string; account: boolean; regions: readonly string[]; signs: boolean }>> = {
  postmark: { name: 'Postmark', account: false, regions: [], signs: false },
  sendgrid: { name: 'SendGrid', account: false, regions: [], signs: true },
  ses: {
    name: 'Amazon SES',
    account: true,
    regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
    signs: true,
  },
  mailgun: { name: 'Mailgun', account: true, regions: ['us', 'eu'], signs: true },
};

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
