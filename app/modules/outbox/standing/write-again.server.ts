import { notFound } from '#app/kernel/errors.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toChannel } from '../message.ts';
import { liftSuppression } from './suppressions.server.ts';

/** Staff say that the address of this message may be written to again. */
export function writeAgain(ctx: ShopContext, messageId: string, by: string | null): Promise<void> {
  return ctx.tx(async (tx) => {
    const message = /^\d{1,18}$/.test(messageId) ? await tx.outbox.findFirst({ where: { id: BigInt(messageId) } }) : null;
    if (!message) throw notFound('message');
    await liftSuppression(tx, { channel: toChannel(message.channel), address: message.recipient, by, at: ctx.clock.now() });
    await announce(tx, 'outbox', messageId);
  });
}
