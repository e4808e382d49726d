import { after, day } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { judgeOrder, oldestOrder, type UnsentOrder } from './late-to-ship.ts';
import type { Measures } from './measures.server.ts';
import { settleTroubles, type Settled } from './settle-troubles.server.ts';

const pageSize = 2_000;

/** It goes out although it is not paid: paid to who brings it, asked to be sent, or begun to be sent; the rest of what was begun is due from then on. */
const goesUnpaid = `(o.financial_status in ('pending', 'partially_paid') and (o.sent_unpaid is not null or o.fulfillment_status = 'partially_fulfilled'))`;

const facts = `
  select o.id, to_json(o.processed_at) #>> '{}' as processed_at, o.waiting,
         to_json(case when ${goesUnpaid} and o.sent_unpaid is null then greatest(o.ready_at, (select min(f.created_at) from fulfillments f where f.order_id = o.id and f.status <> 'cancelled')) else o.ready_at end) #>> '{}' as ready_at,
         o.tags, o.shipping_address ->> 'countryCode' as destination, o.imported,
         (o.cancelled_at is not null or o.closed_at is not null or o.deleted_at is not null or o.test) as void,
         (o.fulfillment_status in ('unfulfilled', 'partially_fulfilled') and (o.financial_status in ('paid', 'authorized', 'partially_refunded') or ${goesUnpaid})
           and exists (select from order_lines l where l.order_id = o.id and l.requires_shipping and l.unfulfilled_quantity > 0)) as unsent
    from orders o where o.id = any ($1::text[]) and o.fingerprint <> ''`;

/** Settles whether these orders are late to ship. */
export async function settleOrders(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, orderIds: readonly string[], { knowledge, thresholds, now }: Measures): Promise<Settled> {
  const orders = await runInBulk<UnsentOrder>(tx, facts, [orderIds], 'orders-unsent');
  return settleTroubles(tx, shop, orders.map((order) => judgeOrder(order, knowledge, thresholds, now)), now);
}

/** An order that can be late: as many calendar days old as it has working days to leave. */
const candidates = `
  select o.id, to_json(o.processed_at) #>> '{}' as at from orders o
   where o.fulfillment_status in ('unfulfilled', 'partially_fulfilled') and o.cancelled_at is null and o.closed_at is null and o.deleted_at is null and not o.test
     and o.processed_at between $1 and $2 and o.processed_at <= $3::timestamptz and (o.processed_at < $3::timestamptz or o.id > $4)
   order by o.processed_at desc, o.id limit ${pageSize}`;

/** Orders whose trouble is open: they may have left unnoticed. */
const held = `select t.id::text as at, t.order_id as id from troubles t where t.kind = 'late_to_ship' and t.closed_at is null and t.id > $1::bigint order by t.id limit ${pageSize}`;

interface Candidate {
  id: string;
  at: string;
}

/** Settles the orders that may be late, and those that were, page by page. */
export async function watchOrders(ctx: ShopContext, measures: Measures): Promise<void> {
  const { knowledge, thresholds, now } = measures;
  const shipped = after(now, -(knowledge.rules.processing.max + thresholds.lateToShipGraceDays) * day);
  const oldest = after(now, -oldestOrder);
  await throughOrders(ctx, measures, (tx, last) => runInBulk<Candidate>(tx, held, [last?.at ?? '0'], 'orders-late'));
  await throughOrders(ctx, measures, (tx, last) => runInBulk<Candidate>(tx, candidates, [oldest, shipped, last?.at ?? shipped, last?.id ?? ''], 'orders-unsent-old'));
}

async function throughOrders(ctx: ShopContext, measures: Measures, read: (tx: ShopTx, last: Candidate | null) => Promise<Candidate[]>): Promise<void> {
  let last: Candidate | null = null;
  do {
    const from: Candidate | null = last;
    last = await ctx.tx(async (tx) => {
      const found = await read(tx, from);
      await settleOrders(tx, ctx.shop, found.map(({ id }) => id), measures);
      return found.length < pageSize ? null : (found.at(-1) ?? null);
    });
  } while (last !== null);
}
