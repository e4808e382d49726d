import { calledOff, ownGifts } from '#app/modules/compensation/index.server.ts';
import { goodwillLimit, mayStaff, refundLimit } from '#app/modules/staff/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** What one person may still give of an order, in minor units of what its customer paid in. */
export interface MoneyRights {
  /** Whether they may give anything. */
  may: boolean;
  /** What they may still refund, or send again, without somebody who may go beyond limits; null: any amount. */
  refundLeft: number | null;
  /** How far the order's gifts may go beyond what was paid. */
  goodwill: number;
  /** What may still be given that nobody promised. */
  giftLeft: number;
}

/** What a person may still give of an order, as the ledger stands. */
export async function moneyRights(tx: ShopTx, { orderId, staffId }: { orderId: string; staffId: string }): Promise<MoneyRights> {
  const off = await calledOff(tx, orderId);
  const sumOf = async (roads: readonly string[], kinds: typeof ownGifts | null = null) => {
    const chains = kinds && { chain_id: { in: (await tx.chains.findMany({ where: { order_id: orderId, ...kinds, state: { not: 'dropped' } }, select: { id: true } })).map(({ id }) => id) } };
    const rows = await tx.compensations.findMany({ where: { order_id: orderId, id: { notIn: off }, road: { in: [...roads] }, state: { not: 'released' }, ...chains }, select: { amount: true } });
    return rows.reduce((sum, { amount }) => sum + Number(amount), 0);
  };
  const goodwill = await goodwillLimit(tx, { orderId, staffId });
  const limit = await refundLimit(tx, { orderId, staffId });
  return {
    may: await mayStaff(tx, staffId, 'refund'),
    refundLeft: limit === null ? null : Math.max(0, limit - (await sumOf(['refund', 'store_credit', 'reship']))),
    goodwill,
    giftLeft: Math.max(0, goodwill - (await sumOf(['goodwill'], ownGifts))),
  };
}

/** Held until the transaction ends: of any number of clicks no two count the same room within a limit. */
export async function holdOrder(tx: ShopTx, orderId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`select id from orders where id = ${orderId} and deleted_at is null for no key update`);
  return rows.length > 0;
}
