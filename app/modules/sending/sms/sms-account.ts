import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { smsProviders } from './sms-provider.ts';

const account = z.object({
  provider: z.enum(smsProviders),
  /** Twilio's account SID, Vonage's API key. */
  account: z.string(),
  sealedKey: z.string(),
  /** The last four signs of the key, so that a merchant knows it again. */
  keyEnd: z.string(),
  /** What the provider's news is verified by, where that is not the key itself. */
  sealedWebhookSecret: z.string().nullable(),
  number: z.string(),
  senderName: z.string(),
  /** Senders for single countries: registered names, local numbers, short codes. */
  senders: z.array(z.object({ country: z.string(), sender: z.string() })).default([]),
  token: z.string(),
});

/** A merchant's account at an SMS provider. */
export type SmsAccount = z.infer<typeof account>;

const schema = z.object({ account: account.nullable() });

/** The account that a shop's SMS go through; without one they go through ours, where there is one. Secrets are sealed. */
export const smsAccountSetting: Setting<z.infer<typeof schema>> = { name: 'sending-sms', schema, initial: { account: null } };

const secret = z.string().max(500, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns');
const number = z.string().transform((typed, context) => {
  const read = parsePhoneNumberFromString(typed);
  if (read?.isValid()) return read.number;
  context.issues.push({ code: 'custom', message: 'number', input: typed });
  return z.NEVER;
});

/** One line a country, `SG NORDLICHT`: a name of eleven signs at most, a number, or a short code. */
const senders = z
  .string()
  .default('')
  .transform((typed, context) => {
    const lines = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    return lines.flatMap((line) => {
      const [, country = '', sender = ''] = /^([A-Za-z]{2})\s*[:=\s]\s*(\+[1-9]\d{5,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/.exec(line) ?? [];
      if (isSupportedCountry(country.toUpperCase())) return [{ country: country.toUpperCase(), sender }];
      context.issues.push({ code: 'custom', message: 'senders', input: line });
      return [];
    });
  });

/** What the merchant fills in; an empty key or secret leaves the stored one as it is. */
export const smsAccountForm = z.object({
  provider: z.enum(smsProviders, 'provider'),
  account: z.string().min(1, 'required').max(100, 'account').regex(/^\w+$/, 'account'),
  key: secret.default(''),
  webhookSecret: secret.default(''),
  number,
  senderName: z.string().regex(/^(?:|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/, 'senderName').default(''),
  senders,
});
