import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { importNamedOrders } from './import-named-orders.server.ts';
import { namesMeant } from './lookup.ts';
import { toAddress } from './read-order.server.ts';
import { isDeliveredTo, type Recipient } from './recipient.ts';

/**
 * The number of the order that somebody names, if it was sent to them: postal code and last name are those of its shipping address. Null alike for an
 * order that is not there, that went to somebody else, or that was sent nowhere: all look once more at Shopify, within what strangers may cause.
 */
export async function findOrderForRecipient(ctx: ShopContext, { number, ...recipient }: Recipient & { number: string }): Promise<string | null> {
  const held = await findHeld(ctx, number, recipient);
  if (held !== null) return held;
  const contact = `${recipient.postalCode} ${recipient.lastName}`.replaceAll('@', ' ');
  return (await importNamedOrders(ctx, { number, contact })) ? findHeld(ctx, number, recipient) : null;
}

function findHeld(ctx: ShopContext, number: string, recipient: Recipient): Promise<string | null> {
  return ctx.tx(async (tx) => {
    const latest = await tx.orders.findFirst({ where: { deleted_at: null, fingerprint: { not: '' } }, orderBy: { processed_at: 'desc' }, select: { name: true } });
    const candidates = await tx.orders.findMany({
      where: { name: { in: namesMeant(number, latest?.name ?? null) }, deleted_at: null, redacted_at: null },
      orderBy: { processed_at: 'desc' },
      take: 5,
      select: { id: true, shipping_address: true },
    });
    return candidates.find(({ shipping_address }) => isDeliveredTo(toAddress(shipping_address), recipient))?.id ?? null;
  });
}
