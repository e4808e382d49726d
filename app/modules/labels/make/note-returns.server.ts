import type { ShopTx } from '#app/platform/db/database.server.ts';
import { lockWays } from './begin-way-back.server.ts';
import { endUnneeded } from './end-way-back.server.ts';
import { goOn } from './go-on.server.ts';

/** Returns of an order stand otherwise, in Shopify's word: labels of open ones are made, those that nobody needs any more are given back. Doing it again changes nothing. */
export async function noteReturns(tx: ShopTx, orderId: string, returns: readonly { id: string; status: string }[], at: Date): Promise<void> {
  const known = await tx.labels.findMany({ where: { order_id: orderId, state: { not: 'ended' } }, select: { id: true } });
  if (known.length === 0) return;
  await lockWays(tx, orderId);
  for (const { id, status } of returns) {
    const stands = status === 'open' ? 'open' : status === 'declined' || status === 'canceled' ? 'over' : null;
    if (stands) await tx.label_returns.updateMany({ where: { return_id: id, label_id: { in: known.map((label) => label.id) } }, data: { stands } });
  }
  for (const { id } of known) {
    if (!(await endUnneeded(tx, id, at))) await goOn(tx, id, at);
  }
}
