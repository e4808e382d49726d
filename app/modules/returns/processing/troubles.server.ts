import { chainsInTrouble, type ChainInTrouble } from '#app/modules/compensation/index.server.ts';
import type { Money } from '#app/kernel/money.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Something that was begun at Shopify and waits for a person, as screens show it. */
export interface TroubleView extends ChainInTrouble {
  orderName: string;
  /** What is set aside for it until somebody decides. */
  amounts: Money[];
}

/** What of a shop, or of one of its orders, waits for a person; the longest first. */
export function troubles(ctx: ShopContext, orderId?: string): Promise<TroubleView[]> {
  return ctx.tx((tx) => troubleViews(tx, orderId));
}

async function troubleViews(tx: ShopTx, orderId?: string): Promise<TroubleView[]> {
  const chains = await chainsInTrouble(tx, orderId);
  if (chains.length === 0) return [];
  const orders = await tx.orders.findMany({ where: { id: { in: chains.map((chain) => chain.orderId) } }, select: { id: true, name: true } });
  const reserved = await tx.compensations.findMany({ where: { chain_id: { in: chains.map(({ id }) => id) }, state: 'reserved' }, orderBy: { created_at: 'asc' } });
  return chains.map((chain) => ({
    ...chain,
    orderName: orders.find(({ id }) => id === chain.orderId)?.name ?? '',
    amounts: reserved.filter(({ chain_id, amount }) => chain_id === chain.id && amount > 0n).map(({ amount, currency }) => ({ minor: Number(amount), currency })),
  }));
}
