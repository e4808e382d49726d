import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Policy } from '../policy.ts';
import type { ShopifyFee } from './views.ts';

interface Row {
  [column: string]: unknown;
  kind: 'restocking' | 'shipping';
  value: number;
  returns: number;
}

/** Of returns that were not begun here, Shopify's own return rules or a person in Shopify set the fees. */
const question = `
  with elsewhere as materialized (
    select r.id, r.shipping_fee from returns r
     where r.created_at > $1 and r.status <> 'canceled' and not exists (select from return_request_parts p where p.return_id = r.id or r.id = any (p.former_return_ids))
  )
  select 'restocking' as kind, b.fee_percentage::float8 as value, count(distinct e.id)::int as returns
    from elsewhere e join return_lines b on b.return_id = e.id where b.fee_percentage > 0 group by b.fee_percentage
  union all
  select 'shipping', e.shipping_fee::float8, count(*)::int from elsewhere e where e.shipping_fee > 0 group by e.shipping_fee
   order by returns desc limit 20`;

/**
 * The fees of returns begun in Shopify since then, each with whether this policy has the same anywhere. Shopify tells no app its return rules; what
 * they did to returns is what can be seen of them.
 */
export async function shopifyFees(tx: ShopTx, since: Date, policy: Policy): Promise<ShopifyFee[]> {
  const rows = await runInBulk<Row>(tx, question, [since], 'returns-shopify-fees');
  const settled = [policy.base, ...policy.rules.map(({ settles }) => settles)];
  const known = {
    restocking: new Set(settled.map(({ fee }) => fee?.percent)),
    shipping: new Set(settled.map(({ way_back: way }) => (way?.payer === 'customer' ? way.amount : undefined))),
  };
  return rows.map(({ kind, value, returns }) => ({ kind, value, returns, differs: !known[kind].has(value) }));
}
