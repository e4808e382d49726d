import { z } from 'zod';
import { systemClock } from '#app/platform/clock/clock.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { locateReturnJob } from './jobs.ts';
import { wantReturns } from './want-returns.server.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const ofOrder = z.object({ order_id: id }).transform(({ order_id }) => order_id);
const withOrder = z.object({ order: z.object({ id }) }).transform(({ order }) => order.id);
const returnShape = ofOrder.or(withOrder);
const deliveryShape = z.object({ return: z.object({ id }) }).transform((body) => body.return.id);
const workShape = z.object({ id }).transform((body) => body.id);

/**
 * These come late, twice and in any order, and tell a return in part. What they say is that it changed: the returns of its order are read,
 * so that whichever comes last finds the last word.
 */
async function applyReturnWebhooks(tx: ShopTx, _shop: Shop, receipts: readonly Receipt[]): Promise<void> {
  const orders: string[] = [];
  for (const { topic, body } of receipts) {
    if (topic.startsWith('returns/')) orders.push(returnShape.parse(body));
    else orders.push(...(await orderOfPart(tx, topic, body)));
  }
  await wantReturns(tx, orders, systemClock.now());
}

/** The order of what names only a part of a return; where that is not known here, Shopify is asked for it. */
async function orderOfPart(tx: ShopTx, topic: string, body: unknown): Promise<string[]> {
  const named = topic.startsWith('reverse_deliveries/') ? { returnId: deliveryShape.parse(body) } : { workId: workShape.parse(body) };
  const returnId = 'returnId' in named ? named.returnId : (await tx.reverse_fulfillment_orders.findFirst({ where: { id: named.workId } }))?.return_id;
  const held = returnId === undefined ? null : await tx.returns.findFirst({ where: { id: returnId }, select: { order_id: true } });
  if (held) return [held.order_id];
  await enqueue(tx, locateReturnJob, named, { key: `${locateReturnJob.name}:${Object.values(named).join()}` });
  return [];
}

/** The webhooks about returns and their way back. */
export const returnTopics: TopicHandler = {
  topics: [
    'returns/request',
    'returns/approve',
    'returns/decline',
    'returns/cancel',
    'returns/close',
    'returns/reopen',
    'returns/update',
    'returns/process',
    'reverse_deliveries/attach_deliverable',
    'reverse_fulfillment_orders/dispose',
  ],
  apply: applyReturnWebhooks,
};
