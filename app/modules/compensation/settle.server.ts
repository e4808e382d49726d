import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { compensationLine } from './compensation-line.ts';
import type { Road } from './ledger.ts';
import { roadOf } from './read-ledger.server.ts';

/** Says that Shopify gave what a chain had reserved: all of it, or that of some roads. Once is enough. */
export function confirm(tx: ShopTx, chainId: string, given: { shopifyId: string | null; at: Date; roads?: readonly Road[] }): Promise<void> {
  return settle(tx, chainId, { to: 'given', ...given });
}

/** Takes back what a chain had reserved and is known not to have given. */
export function release(tx: ShopTx, chainId: string, at: Date): Promise<void> {
  return settle(tx, chainId, { to: 'released', shopifyId: null, at });
}

interface Settling {
  to: 'given' | 'released';
  shopifyId: string | null;
  at: Date;
  roads?: readonly Road[];
}

async function settle(tx: ShopTx, chainId: string, { to, shopifyId, at, roads }: Settling): Promise<void> {
  const rows = await tx.compensations.updateManyAndReturn({
    where: { chain_id: chainId, state: 'reserved', ...(roads ? { road: { in: [...roads] } } : {}) },
    data: { state: to, shopify_id: shopifyId, settled_at: at },
  });
  await append(
    tx,
    rows.map((row) => compensationLine(`compensation.${to}`, { id: row.id, road: roadOf(row.road), amount: Number(row.amount), currency: row.currency }, { orderId: row.order_id, source: 'app', actor: null, at })),
  );
}
