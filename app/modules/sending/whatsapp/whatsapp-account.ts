import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const account = z.object({
  /** Meta's number for the number that messages come from. */
  phoneNumberId: z.string(),
  sealedToken: z.string(),
  tokenEnd: z.string(),
  /** What Meta's news is verified by. */
  sealedAppSecret: z.string(),
  /** What Meta shows when it first calls us; ours, and made here. */
  greeting: z.string(),
  token: z.string(),
});

/** A merchant's number at WhatsApp. */
export type WhatsAppAccount = z.infer<typeof account>;

const schema = z.object({ account: account.nullable() });

/** The number that a shop's WhatsApp messages come from; without one there are none. Secrets are sealed. */
export const whatsAppSetting: Setting<z.infer<typeof schema>> = { name: 'sending-whatsapp', schema, initial: { account: null } };

const secret = z.string().max(1_000, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns').default('');

/** What the merchant fills in; an empty secret leaves the stored one as it is. */
export const whatsAppForm = z.object({ phoneNumberId: z.string().min(1, 'required').regex(/^\d{5,25}$/, 'phoneNumberId'), accessToken: secret, appSecret: secret });
