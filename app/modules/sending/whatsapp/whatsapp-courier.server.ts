import { z } from 'zod';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { sendTemplate } from '#app/platform/whatsapp/send-template.server.ts';
import type { Courier } from '#app/modules/outbox/index.server.ts';
import type { WhatsAppAccount } from './whatsapp-account.ts';

const payloadSchema = z.object({ template: z.string(), language: z.string(), values: z.array(z.string()) });

/** What whoever writes a WhatsApp message gives the outbox: an approved template, and what stands for its placeholders. */
export type WhatsAppPayload = z.infer<typeof payloadSchema>;

/** Brings messages to WhatsApp by the merchant's number. */
export function whatsAppCourier({ phoneNumberId, sealedToken }: WhatsAppAccount, sealer: Sealer): Courier {
  return {
    async send({ id, to, payload }) {
      const { providerId } = await sendTemplate({ phoneNumberId, accessToken: sealer.open(sealedToken) }, { id, to, ...payloadSchema.parse(payload) });
      return { provider: 'whatsapp', providerId };
    },
  };
}
