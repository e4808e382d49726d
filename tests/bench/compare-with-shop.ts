import type { Stage } from './stage.ts';
import type { Signed } from './webhook-load.ts';

/** How far the mirror is from the shop itself: every order, fulfillment, scan and refund on either side that the other does not have alike. */
export async function compareWithShop(stage: Stage, sent: readonly Signed[] = []): Promise<{ differences: number; lost: number; twice: number }> {
  const world = stage.sandbox.worlds.find(stage.domain);
  if (!world) throw new Error('The shop is missing.');
  const truth = new Set<string>();
  for (const order of world.orders.all()) truth.add(`order ${number(order.id)} ${seconds(order.updatedAt)}`);
  for (const fulfillment of world.fulfillments.all()) truth.add(`fulfillment ${number(fulfillment.id)} ${seconds(fulfillment.updatedAt)}`);
  for (const event of world.fulfillmentEvents.all()) truth.add(`scan ${number(event.id)}`);
  for (const refund of world.refunds.all()) truth.add(`refund ${number(refund.id)}`);

  return stage.asShop(async (client) => {
    const mirror = new Set<string>();
    const { rows } = await client.query<{ fact: string }>(`
      select 'order ' || id || ' ' || extract(epoch from updated_at)::bigint as fact from orders
      union all select 'fulfillment ' || id || ' ' || extract(epoch from updated_at)::bigint from fulfillments
      union all select 'scan ' || split_part(id, ':', 2) from checkpoints where removed_at is null
      union all select 'refund ' || id from refunds`);
    for (const { fact } of rows) mirror.add(fact);
    const missing = [...truth].filter((fact) => !mirror.has(fact));
    const extra = [...mirror].filter((fact) => !truth.has(fact));
    for (const fact of [...missing.slice(0, 5).map((fact) => `missing: ${fact}`), ...extra.slice(0, 5).map((fact) => `extra: ${fact}`)]) console.log(fact);

    const stored = new Set((await client.query<{ webhook_id: string }>(`select webhook_id from webhook_receipts where state in ('applied', 'ignored')`)).rows.map((row) => row.webhook_id));
    const lost = new Set(sent.map(({ webhookId }) => webhookId).filter((id) => !stored.has(id))).size;
    const doubled = await client.query<{ count: string }>(`
      select count(*) from (
        select 1 from journal where type like 'shipment.%' and data ? 'checkpointId' group by data->>'checkpointId' having count(*) > 1
        union all select 1 from journal where type = 'order.placed' group by order_id having count(*) > 1
        union all select 1 from journal where type = 'refund.created' group by data->>'refundId' having count(*) > 1
        union all select 1 from journal where type = 'fulfillment.created' group by data->>'fulfillmentId' having count(*) > 1) as facts`);
    return { differences: missing.length + extra.length, lost, twice: Number(doubled.rows[0]?.count) };
  });
}

function number(gid: string): string {
  return gid.split('/').at(-1) ?? gid;
}

function seconds(at: Date | string): number {
  return Math.floor(new Date(at).getTime() / 1000);
}
