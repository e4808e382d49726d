import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { settle, type Settlement } from './receipt-store.server.ts';
import type { Receipt, TopicHandler } from './topic-handler.ts';
import { owedAfterUninstall } from './topics.ts';

/** How many receipts were settled how. */
export type Settled = Record<Settlement, number>;

/** Hands receipts to the owners of their topics, each owner once, and settles them in the same transaction. */
export async function applyReceipts(tx: ShopTx, shop: Shop, receipts: readonly Receipt[], handlers: readonly TopicHandler[], now: Date): Promise<Settled> {
  const mine = new Map<TopicHandler, Receipt[]>();
  const ignored = new Map<string, Receipt[]>();
  const ignore = (why: string, receipt: Receipt) => ignored.set(why, [...(ignored.get(why) ?? []), receipt]);

  for (const receipt of receipts) {
    const owner = handlers.find(({ topics }) => topics.includes(receipt.topic));
    if (!owner) ignore('nobody listens to this topic', receipt);
    else if (receipt.body === null) ignore('its content was redacted', receipt);
    else if (shop.state === 'uninstalled' && !owedAfterUninstall.has(receipt.topic)) ignore('the shop removed the app', receipt);
    else mine.set(owner, [...(mine.get(owner) ?? []), receipt]);
  }
  const inTurn = [...mine].sort(([left], [right]) => Number(left.afterOthers ?? false) - Number(right.afterOthers ?? false));
  for (const [owner, own] of inTurn) {
    await owner.apply(tx, shop, own);
    await settle(tx, own, 'applied', now);
  }
  for (const [why, own] of ignored) await settle(tx, own, 'ignored', now, why);
  const count = (groups: Iterable<readonly Receipt[]>) => [...groups].reduce((sum, group) => sum + group.length, 0);
  return { applied: count(mine.values()), ignored: count(ignored.values()) };
}
