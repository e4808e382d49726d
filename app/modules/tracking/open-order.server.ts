import { allows, accessSetting, type KeyPurpose } from '#app/modules/access/index.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { CustomerOrderView } from '#app/modules/orders/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { orderOfLink } from './order-of-link.server.ts';
import { readTrackedOrder } from './read-tracked-order.server.ts';
import { shownPromises } from './shown-promises.ts';
import type { Proven } from './tracking-answer.ts';
import type { TrackedOrder } from './tracked-order.ts';

/** What a proof opens: the order, or word that a code is asked for first; null where the order is gone. */
export type Opened = { tracked: TrackedOrder; proven: Proven } | 'code-needed' | null;

/** Opens an order to who proved to know it, as far as the proof goes under the merchant's setting. What it promises is written down as shown. */
export async function openOrder(ctx: ShopContext, found: { orderId: string; view?: CustomerOrderView }, proof: KeyPurpose, key: string): Promise<Opened> {
  const view = found.view ?? (await orderOfLink(ctx, found.orderId));
  if (!view) return null;
  return ctx.tx(async (tx) => {
    const { value: access } = await readSetting(tx, accessSetting);
    if (!allows(proof, 'order', access)) return 'code-needed';
    const tracked = await readTrackedOrder(tx, ctx, view);
    await append(tx, shownPromises(tracked, { where: 'page', zone: ctx.shop.ianaTimezone, now: ctx.clock.now() }));
    return { tracked, proven: { key, personal: allows(proof, 'personal', access), action: allows(proof, 'action', access) } };
  });
}
