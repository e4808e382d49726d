import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { NotReturnable } from './request.ts';

/** A line of an order, with how many of its units may still come back as far as is known here. */
export interface LineUnits {
  lineId: string;
  title: string;
  variantTitle: string | null;
  image: string | null;
  productId: string | null;
  variantId: string | null;
  quantity: number;
  left: number;
  why: NotReturnable | null;
  /** Paid for one unit after discounts, in minor units of what the customer paid in. */
  price: number;
}

interface Row extends Omit<LineUnits, 'left' | 'why'> {
  [column: string]: unknown;
  sent: number;
  waiting: number;
  back: number;
  wished: number;
}

/**
 * Units with the customer, less those of returns that are asked for, open or closed unprocessed, less those of wishes that no reading of Shopify
 * shows yet: of two who wish for the last unit, the second finds none.
 */
const question = `
  select l.id as "lineId", l.title, l.variant_title as "variantTitle", l.image_url as image, l.product_id as "productId", l.variant_id as "variantId", l.quantity,
         l.current_quantity - l.unfulfilled_quantity as sent, l.unfulfilled_quantity as waiting,
         round((l.unit_price_presentment * l.quantity - l.discount_presentment)::numeric / greatest(l.quantity, 1))::float8 as price,
         coalesce((select sum(b.quantity - b.processed) from return_lines b join returns r on r.id = b.return_id
                    where b.order_line_id = l.id and r.status in ('requested', 'open', 'closed') and not r.id = any ($2::text[])), 0)::int as back,
         coalesce((select sum(w.units) from return_request_lines w join return_request_parts p on p.id = w.part_id join return_requests q on q.id = w.request_id
                    where w.order_line_id = l.id and not exists (select from returns r where r.id = p.return_id)
                      and not (q.withdrawn_at is not null and p.return_id is null)
                      and not exists (select from chains c where c.id = p.chain_id and (c.state = 'dropped' or (c.state = 'done' and p.return_id is null)))), 0)::int as wished
    from order_lines l where l.order_id = $1 order by l.position`;

/** The lines of an order. `freed`: returns whose units are about to be free again. */
export async function orderUnits(tx: ShopTx, orderId: string, freed: readonly string[] = []): Promise<LineUnits[]> {
  const rows = await runInBulk<Row>(tx, question, [orderId, freed], 'returns-order-units');
  return rows.map(({ sent, waiting, back, wished, ...line }) => {
    const left = Math.max(0, sent - back - wished);
    return { ...line, left, why: left > 0 ? null : whyNothing(waiting, back + wished) };
  });
}

function whyNothing(waiting: number, claimed: number): NotReturnable {
  if (claimed > 0) return 'already_coming_back';
  return waiting > 0 ? 'unfulfilled' : 'nothing_left';
}
