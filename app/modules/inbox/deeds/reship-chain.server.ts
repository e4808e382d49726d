import { z } from 'zod';
import { gid, numericId } from '#app/kernel/ids.ts';
import { after, minute } from '#app/kernel/time.ts';
import { confirm, defineChain, NotSent, ownAgain, type Step, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { OrdersOfTagDocument, ReshipDocument } from '#app/platform/shopify/operations.generated.ts';
import { markOf, orderAgain, orderToReship, reshipReasons, whyNotAgain } from './order-to-reship.server.ts';
import { tellDeed } from './told-in-ticket.server.ts';

/** The form of goods that are sent again, as it is kept with its chain: where they go is read when they are sent. */
const reshipInput = z.object({
  ticketId: z.int(),
  units: z.array(z.object({ id: z.string(), quantity: z.int().positive() })).min(1),
  reason: z.enum(reshipReasons),
  receipt: z.boolean(),
});
type ReshipInput = z.infer<typeof reshipInput>;

/** Shopify's clock and ours may differ. */
const clocksDiffer = 5 * minute;

const reshipStep: Step<ReshipInput> = {
  name: 'reship',
  async act({ admin }, { chainId, orderId, input: { units, reason, receipt } }) {
    const order = await orderToReship(admin, orderId);
    if (!order || whyNotAgain(order) !== null) throw new NotSent('The order was cancelled, or is sent nowhere.');
    const again = orderAgain(order, { units, reason, chainId });
    if (!again) throw new NotSent('Some of it is not in the catalogue any more.');
    const { orderCreate: made } = await admin.run(ReshipDocument, { order: again, options: { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY', sendReceipt: receipt } });
    if (!made?.order) throw new Error('Shopify told of no order.');
    return { orderId: made.order.id, name: made.order.name };
  },
  // Shopify's search hears of an order a little later than the app does by its webhook.
  async look({ admin, tx }, { chainId, sentAt }): Promise<StepResult | null> {
    const mark = markOf(chainId);
    const held = await tx((shop) => shop.orders.findFirst({ where: { processed_at: { gte: after(sentAt, -clocksDiffer) }, tags: { has: mark } }, orderBy: { created_at: 'asc' }, select: { id: true, name: true } }));
    if (held) return { orderId: gid('Order', held.id), name: held.name };
    const { orders } = await admin.run(OrdersOfTagDocument, { query: `tag:"${mark}"` });
    // Whoever copies the order in Shopify's admin copies its tags: the first one is ours.
    const [found] = orders.nodes.filter(({ tags }) => tags.includes(mark)).sort((one, other) => Number(numericId('Order', one.id)) - Number(numericId('Order', other.id)));
    return found ? { orderId: found.id, name: found.name } : null;
  },
  async confirm(tx, at, { orderId: madeAs, name }, now) {
    await confirm(tx, at.chainId, { shopifyId: madeAs ?? null, at: now });
    await tellReship(tx, at, { newId: madeAs === undefined ? null : numericId('Order', madeAs), name: name ?? null, now });
  },
};

/** Goods of an order that were sent again beside a ticket, as an order of their own. */
export const ticketReshipChain = defineChain({ kind: `inbox${ownAgain}`, input: reshipInput, steps: [reshipStep] });

/** Both orders' stories tell of it, and the ticket; from then on it is about the new order too, so that its parcel is seen there. */
async function tellReship(tx: ShopTx, { chainId, orderId, input: { ticketId, units, reason } }: StepAt<ReshipInput>, { newId, name, now }: { newId: string | null; name: string | null; now: Date }): Promise<void> {
  const chain = await tx.chains.findFirst({ where: { id: chainId }, select: { actor: true } });
  const by = { happenedAt: now, source: 'staff' as const, actor: chain?.actor ?? null };
  const items = units.reduce((sum, { quantity }) => sum + quantity, 0);
  await append(tx, [{ ...by, type: 'order.sent_again', orderId, data: { ticketId, items, reason, newId, name }, dedupeKey: `order.sent_again:${chainId}` }]);
  if (newId !== null) {
    const first = await tx.orders.findFirst({ where: { id: orderId }, select: { name: true } });
    await append(tx, [{ ...by, type: 'order.replaces', orderId: newId, data: { items, reason, oldId: orderId, name: first?.name ?? null }, dedupeKey: `order.replaces:${chainId}` }]);
    if ((await tx.tickets.count({ where: { id: ticketId } })) > 0) await tx.ticket_orders.createMany({ data: [{ ticket_id: ticketId, order_id: newId, reason: 'staff', linked_at: now }], skipDuplicates: true });
  }
  await tellDeed(tx, { ticketId, act: 'reship', isInStory: true, orderId, actor: by.actor, key: chainId, ...(name === null ? {} : { ref: name }) }, now);
}
