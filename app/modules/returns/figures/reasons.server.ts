import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';

/** How often something came back for a reason. */
export interface ReasonRow {
  productId: string | null;
  variantId: string | null;
  title: string;
  variantTitle: string | null;
  reason: string | null;
  name: string | null;
  /** Lines of returns: what one customer said once, of however many units. */
  said: number;
  units: number;
}

/** Why what was sold in the period came back, by variant; goods without a product are told apart by their title. */
export function reasons(tx: ShopTx, { since }: FiguresPeriod): Promise<ReasonRow[]> {
  return tx.$queryRaw<ReasonRow[]>(sql`
    select l.product_id as "productId", l.variant_id as "variantId", max(l.title) as title, max(l.variant_title) as "variantTitle", b.reason, max(b.reason_name) as name,
           count(*)::int as said, sum(b.quantity)::int as units
      from orders o join returns r on r.order_id = o.id join return_lines b on b.return_id = r.id join order_lines l on l.id = b.order_line_id
     where o.processed_at >= ${since} and o.deleted_at is null and o.cancelled_at is null and not o.test and r.status in ('requested', 'open', 'closed')
     group by l.product_id, l.variant_id, case when l.product_id is null then l.title end, b.reason`);
}

/** How many units of a variant were sold. */
export interface SoldRow {
  productId: string | null;
  variantId: string | null;
  title: string;
  units: number;
}

/** How much of everything was sold in the period, by variant. */
export function soldUnits(tx: ShopTx, { since }: FiguresPeriod): Promise<SoldRow[]> {
  return tx.$queryRaw<SoldRow[]>(sql`
    select l.product_id as "productId", l.variant_id as "variantId", max(l.title) as title, sum(l.quantity)::int as units
      from orders o join order_lines l on l.order_id = o.id
     where o.processed_at >= ${since} and o.deleted_at is null and o.cancelled_at is null and not o.test and l.requires_shipping
     group by l.product_id, l.variant_id, case when l.product_id is null then l.title end`);
}
