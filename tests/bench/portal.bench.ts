import { setTimeout as sleep } from 'node:timers/promises';
import { seedShop } from '../../sandbox/seed/index.ts';
import { orderKey } from '../../app/modules/access/order-key.ts';
import { defaultPolicy } from '../../app/modules/returns/policy/default-policy.ts';
import { importState } from './import-state.ts';
import { quantile, report, type Figure } from './figures.ts';
import { ownPages, walk, type Customer } from './portal-visits.ts';
import { clientSecret, setStage, type Stage } from './stage.ts';

const perSecond = 50;
const warmUp = 100;
const reviews = 20;

/** Customers who go through the returns portal at fifty pages a second, from a mail's link to what it means in money. `portal [customers]`. */
export async function bench(args: string[]): Promise<boolean> {
  const wanted = Number(args[0] ?? 500);
  const stage = await setStage('portal');
  try {
    const customers = await openShop(stage, (wanted + warmUp) * 4);
    const target = { url: stage.appUrl, domain: stage.domain };
    if (customers.length < wanted + warmUp) throw new Error(`Only ${customers.length} orders were delivered.`);
    // Which reasons suit a product is asked of Shopify once in half an hour.
    await walk(target, customers.slice(0, warmUp), 10, ownPages);
    const walkers = customers.slice(warmUp, warmUp + wanted);
    const times = await walk(target, walkers, perSecond, ownPages);
    const { review } = await walk(target, walkers.slice(0, reviews), 1, ['review']);
    const own = ownPages.flatMap((step) => times[step]);
    const each = ownPages.map((step): Figure => ({ name: `${step}, p95`, value: p95(times[step]), unit: 'ms', target: null }));
    return report('portal', [
      { name: 'pages', value: own.length, unit: '', target: null },
      { name: `pages at ${perSecond} a second, p95`, value: p95(own), unit: 'ms', target: { atMost: 40 } },
      ...each,
      { name: 'review with what Shopify says, one a second, p95', value: p95(review), unit: 'ms', target: null },
    ]);
  } finally {
    await stage.stop();
  }
}

/** A shop with a portal that is open, and customers who hold keys to what was delivered to them. */
async function openShop(stage: Stage, orders: number): Promise<Customer[]> {
  const { sandbox, domain } = stage;
  const world = sandbox.worlds.find(domain);
  if (!world) throw new Error('The shop is missing.');
  console.log(`Making ${orders} orders ...`);
  await world.bulk(() => seedShop({ runAdmin: sandbox.runAdmin, domain, orders, clock: sandbox.clock, seed: 1 }));
  await stage.startWeb();
  await stage.openApp();
  const worker = stage.startWorker();
  while ((await importState(stage)) !== 'done') await sleep(400);
  await worker.stop();
  const { rows } = await stage.database.query<{ id: number }>('select id from platform.shops where domain = $1', [domain]);
  const shop = { id: rows[0]?.id ?? 0 };
  await openPortal(stage, shop.id);
  const delivered = await stage.asShop(async (client) =>
    (
      await client.query<{ orderId: string; lineId: string }>(`
        select distinct on (l.order_id) l.order_id as "orderId", l.id as "lineId"
          from order_lines l join orders o on o.id = l.order_id
         where o.cancelled_at is null and o.return_status = 'no_return' and o.processed_at > now() - interval '25 days' and o.fulfillment_status = 'fulfilled' and l.current_quantity > 0
         order by l.order_id, l.position`)
    ).rows,
  );
  const expiresAt = new Date(Date.now() + 3_600_000);
  return delivered.map(({ orderId, lineId }) => ({ lineId, key: orderKey(shop, { orderId, purpose: 'full', expiresAt }, clientSecret) }));
}

/** What a merchant does on the policy's page. */
async function openPortal({ database }: Stage, shopId: number): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.shop_id', $1, true), set_config('role', 'aftercare_app', true)`, [String(shopId)]);
    await client.query('insert into returns_policy_versions (version, policy, published_at) values (1, $1, $2)', [defaultPolicy, new Date(0)]);
    await client.query(`insert into settings (name, value, updated_at) values ('returns_portal', '{"open": true}', now())`);
    await client.query('commit');
  } finally {
    client.release();
  }
}

function p95(values: readonly number[]): number {
  return quantile(values.toSorted((left, right) => left - right), 0.95);
}
