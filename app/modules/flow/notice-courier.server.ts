import { z } from 'zod';
import { DeliveryFailure, type Fate } from '#app/platform/mail/delivery-failure.ts';
import { OutcomeUnknown, UserErrors } from '#app/platform/shopify/errors.ts';
import { FireFlowTriggerDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Courier } from '#app/modules/outbox/index.server.ts';

const payloadSchema = z.object({ orderId: z.string(), notice: z.string(), language: z.string(), text: z.string(), trackingPage: z.string(), trackingNumber: z.string(), carrier: z.string(), expected: z.string() });

/** What whoever has a customer told by Flow gives the outbox. */
export type NoticePayload = z.infer<typeof payloadSchema>;

/** Brings notices to the shop's workflows: each fires the trigger `customer-notice`, at most once. */
export function noticeCourier(ctx: ShopContext): Courier {
  return {
    async send({ id, payload }) {
      const { orderId, notice, language, text, trackingPage, trackingNumber, carrier, expected } = payloadSchema.parse(payload);
      const fields = { order_id: orderId, Notice: notice, Language: language, Text: text, 'Tracking page': trackingPage, 'Tracking number': trackingNumber, Carrier: carrier, Expected: expected };
      try {
        await ctx.admin.run(FireFlowTriggerDocument, { handle: 'customer-notice', payload: fields });
        return { provider: 'flow', providerId: id };
      } catch (error) {
        throw new DeliveryFailure(fateOf(error), error instanceof Error ? error.message : String(error), { cause: error });
      }
    },
  };
}

/** What Shopify refused it refuses again; where no answer came it may have happened; all else may be mended. */
function fateOf(error: unknown): Fate {
  if (error instanceof UserErrors) return 'permanent';
  return error instanceof OutcomeUnknown ? 'unknown' : 'temporary';
}
