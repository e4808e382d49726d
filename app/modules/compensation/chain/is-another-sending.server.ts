import { after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { settleAfter } from './chain.ts';

/** Whether another chain of the order sent something that Shopify may be doing this moment: what is found there may be that, and not what one looks for. */
export async function isAnotherSending(tx: ShopTx, { orderId, chainId, now }: { orderId: string; chainId: string; now: Date }): Promise<boolean> {
  const where = { order_id: orderId, id: { not: chainId }, state: 'running', phase: 'sent', held_by: { not: null }, sent_at: { gt: after(now, -settleAfter) } };
  return (await tx.chains.findFirst({ where, select: { id: true } })) !== null;
}
