import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const account = z.object({ sealedKey: z.string(), keyEnd: z.string() });

/** A merchant's account at Klaviyo. */
export type KlaviyoAccount = z.infer<typeof account>;

const schema = z.object({ account: account.nullable() });

/** The Klaviyo account that hears of a shop's notices. The key is sealed. */
export const klaviyoSetting: Setting<z.infer<typeof schema>> = { name: 'sending-klaviyo', schema, initial: { account: null } };

/** What the merchant fills in. */
export const klaviyoForm = z.object({ key: z.string('required').min(1, 'required').max(200, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns') });
