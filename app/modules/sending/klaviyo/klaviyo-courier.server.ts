import { z } from 'zod';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { createEvent } from '#app/platform/klaviyo/create-event.server.ts';
import type { Courier } from '#app/modules/outbox/index.server.ts';
import type { KlaviyoAccount } from './klaviyo-account.ts';

const payloadSchema = z.object({ metric: z.string(), time: z.iso.datetime(), properties: z.record(z.string(), z.unknown()) });

/** Brings events to the merchant's Klaviyo account, which has no name of its own for them: ours stands for it. */
export function klaviyoCourier({ sealedKey }: KlaviyoAccount, sealer: Sealer): Courier {
  return {
    async send({ id, to, payload }) {
      await createEvent(sealer.open(sealedKey), { id, email: to, ...payloadSchema.parse(payload) });
      return { provider: 'klaviyo', providerId: id };
    },
  };
}
