import { numericId } from '#app/kernel/ids.ts';
import { readReturns, returnTopics } from '#app/modules/returns/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Receipt } from '#app/platform/webhooks/topic-handler.ts';
import { eventPayload } from '#sandbox/webhooks/payloads/event-payload.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import type { World } from '#sandbox/world/index.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { addDelivered } from '../sandbox/returns/returned-order.ts';
import { domain, setStage } from '../shopify/stage.ts';

/** A shop of the sandbox that opened the app, with a database of its own. */
export async function openReturnsShop() {
  const stage = await setStage();
  const app = stage.start();
  const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
  const world = stage.sandbox.worlds.find(domain);
  if (!world) throw new Error('no shop');
  return { stage, app, ctx, world };
}

export const idOf = (record: { id: string }) => record.id.split('/').at(-1) ?? '';

/** An order of two cups and a pot that arrived, known to the app. */
export async function deliveredOrder(ctx: ShopContext, world: World): Promise<OrderRecord> {
  const order = addDelivered(world, {
    email: 'nell@example.com',
    lineItems: [
      { title: 'Cup', quantity: 2, requiresShipping: true, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } },
      { title: 'Pot', quantity: 1, requiresShipping: true, priceSet: { shopMoney: { amount: '30.00', currencyCode: 'EUR' } } },
    ],
  });
  await fetchOrder(ctx, { orderId: numericId('Order', order.id) });
  return order;
}

/** A customer asks to send cups back. */
export function askForReturn(world: World, order: OrderRecord, quantity = 1): ReturnRecord {
  const line = world.fulfillments.where('order', order.id).flatMap((fulfillment) => fulfillment.lineItems)[0];
  const reason = [...world.returnReasons.all()].find(({ handle }) => handle === 'too-small');
  if (!line || !reason) throw new Error('nothing to return');
  const answer = world.change((change) =>
    returnRequest(change, { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: line.id, quantity, returnReasonDefinitionId: reason.id, customerNote: 'One size up would fit.' }] }),
  );
  if (!answer.return) throw new Error(JSON.stringify(answer.userErrors));
  return answer.return;
}

export function approve(world: World, record: ReturnRecord): ReturnRecord {
  return world.change((change) => returnApproveRequest(change, { id: record.id })).return ?? record;
}

/** The webhook of a topic about something, as Shopify sends it. */
export function receiptOf(world: World, topic: string, subject: string): Receipt {
  const at = new Date();
  const body = JSON.parse(JSON.stringify(eventPayload({ topic, subject, at }, world))) as unknown;
  return { id: 1n, webhookId: topic, topic, triggeredAt: at, receivedAt: at, body };
}

/** Hears of something by webhook, and does what is to be done about it. */
export async function hear(ctx: ShopContext, world: World, topic: string, subject: string): Promise<void> {
  await ctx.tx((tx) => returnTopics.apply(tx, ctx.shop, [receiptOf(world, topic, subject)]));
  await readReturns(ctx);
}

/** The kinds of lines that a return left in the story, in their order. */
export async function told(ctx: ShopContext, order: OrderRecord): Promise<string[]> {
  const lines = await ctx.tx((tx) => tx.journal.findMany({ where: { order_id: idOf(order), type: { startsWith: 'return.' } }, orderBy: { id: 'asc' } }));
  return lines.map(({ type }) => type);
}
