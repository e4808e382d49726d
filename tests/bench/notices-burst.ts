import { setTimeout as sleep } from 'node:timers/promises';
import { storeScans } from '../../app/modules/parcels/sources/store-scans.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import { fillOrders } from './many-orders.ts';

const statuses = ['out_for_delivery', 'delivered'] as const;
type Status = (typeof statuses)[number];
const atOnce = 100;

/** A shop that is not asked at Shopify's, with an order under way for each of so many people. Answers its id. */
export async function fillShop(database: Database, people: number): Promise<number> {
  const installedAt = new Date(Date.now() - 30 * 86_400_000);
  const { id } = await database.platform.shops.create({
    data: { domain: 'bench.myshopify.com', name: 'Bench', primary_url: 'https://bench.example.com', access: 'needs_reopen', installed_at: installedAt },
  });
  await fillOrders(database.pool, id, people);
  await database.shopTransaction(id, (tx) => tx.$executeRaw`update orders set imported = false`);
  return id;
}

/** Two scans of everybody's parcel as a source tells them, a hundred in each transaction. Answers when which was known, as `order:status`. */
export async function scanEverything(database: Database, shopId: number, people: number): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (const status of statuses) {
    for (let first = 1; first <= people; first += atOnce) {
      const orders = Array.from({ length: Math.min(atOnce, people + 1 - first) }, (_, at) => first + at);
      await database.shopTransaction(shopId, (tx) => storeScans(tx, { installedAt: new Date(0) }, orders.map((order) => told(order, status)), new Date()));
      for (const order of orders) known.set(`${order}:${status}`, Date.now());
    }
  }
  return known;
}

function told(order: number, status: Status) {
  const scan = {
    id: `bench:${order}:${status}`, source: 'aftership', status, cause: null, code: null, message: null, happenedAt: new Date(), utcOffset: null, estimatedDeliveryAt: null,
    place: { city: 'Lyon', province: null, country: 'FR', zip: null },
  };
  return { number: `1Z999AA1${String(order).padStart(10, '0')}`, scans: [scan] };
}

/** Resolves when no work is due and no message waits; what a dead worker held stays in its hands until its lease ends and is not waited for. */
export async function untilQuiet(database: Database, shopId: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query('select 1 from graphile_worker._private_jobs where run_at <= now() limit 1');
    const inWork = { state: 'sending', claimed_at: { gt: new Date(Date.now() - 10_000) } };
    const waiting = await database.shopTransaction(shopId, (tx) => tx.outbox.count({ where: { OR: [{ state: 'queued' }, inWork] } }));
    if (rows.length === 0 && waiting === 0) return;
    await sleep(250);
  }
}
