import { randomUUID } from 'node:crypto';
import { after } from '#app/kernel/time.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import type { Limits, LimitName } from '#app/platform/limits/limits.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { codeMail } from './code-mail.server.ts';
import { maskedAddress } from './masked-address.ts';
import { codeLife, fingerprintOf, newCode } from './one-time-code.ts';

interface Needs {
  limits: Limits;
  /** Newest first; the first one signs. */
  secrets: readonly [string, ...string[]];
}

/** `to` is the masked address, null where the order has none: the page says no more than "if there is one". */
export type SentCode = { state: 'sent'; to: string | null; expiresAt: Date } | { state: 'limited'; retryAfter: number };

/**
 * Sends a new code to the order's own address, never to another. A known, an unknown and a redacted address are answered alike.
 * Codes sent before stay good until they end, so that the mail that comes first may be used.
 */
export async function sendCode(ctx: ShopContext, asked: { orderId: string; locale: string; visitor: string }, { limits, secrets }: Needs): Promise<SentCode> {
  const { orderId } = asked;
  const shopId = ctx.shop.id;
  const counted: [LimitName, string][] = [
    ['code-visitor', `${shopId}:${asked.visitor}`],
    ['code-order', `${shopId}:${orderId}`],
    ['code-order-day', `${shopId}:${orderId}`],
    ['code-shop', String(shopId)],
  ];
  for (const [name, key] of counted) {
    const taken = await limits.take(name, key);
    if (!taken.allowed) return { state: 'limited', retryAfter: taken.retryAfter };
  }
  const id = randomUUID();
  const code = newCode();
  const now = ctx.clock.now();
  const expiresAt = after(now, codeLife);
  const to = await ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null, fingerprint: { not: '' } }, select: { name: true, email: true, customer_id: true } });
    if (!order) return null;
    await tx.one_time_codes.deleteMany({ where: { order_id: orderId, expires_at: { lte: now } } });
    await tx.one_time_codes.create({
      data: { id, order_id: orderId, fingerprint: fingerprintOf({ shopId, orderId, id }, code, secrets[0]), created_at: now, expires_at: expiresAt },
    });
    if (!order.email) return null;
    await queueMessage(tx, {
      channel: 'email',
      kind: 'access.code',
      dedupeKey: `access.code:${id}`,
      to: order.email,
      orderId,
      customerId: order.customer_id,
      expiresAt,
      secret: true,
      ...codeMail(ctx.shop, { code, order: order.name, locale: asked.locale, brand: await readBrand(tx, ctx.shop) }),
    });
    return order.email;
  });
  return { state: 'sent', to: maskedAddress(to), expiresAt };
}
