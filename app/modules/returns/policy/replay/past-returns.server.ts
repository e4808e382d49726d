import { runInBulk } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { OrderFacts } from '../facts.ts';
import { askFacts, withCodes, type AskedFacts } from '../known/ask-facts.server.ts';
import { knownLines, type KnownLine } from '../known/known-lines.server.ts';
import { knownOrders } from '../known/known-orders.server.ts';
import { outcomes, type Outcome } from '../matters.ts';
import type { Policy } from '../policy.ts';
import type { PastReturn } from './past-return.ts';

interface Row {
  [column: string]: unknown;
  id: string;
  name: string;
  orderId: string;
  askedAt: Date;
  /** Products that went out in place of what came back; null where nothing did. */
  exchangedFor: string[] | null;
  /** `outcome` is what its customer chose here; null for a return that was begun elsewhere. */
  lines: { line: string; quantity: number; value: number; reason: string | null; outcome: string | null }[];
}

/** Asked for after that, whatever became of it; what its customer cancelled was not wished for in the end. */
const question = `
  select r.id, r.name, r.order_id as "orderId", r.created_at as "askedAt",
         (select array_agg(coalesce(x.product_id, '')) from return_exchange_lines x where x.return_id = r.id) as "exchangedFor",
         (select coalesce(json_agg(json_build_object('line', b.order_line_id, 'quantity', b.quantity, 'value', b.value, 'reason', b.reason, 'outcome', (
                   select w.outcome from return_request_lines w join return_request_parts p on p.id = w.part_id and p.return_id = r.id where w.order_line_id = b.order_line_id limit 1)) order by b.position), '[]')
            from return_lines b where b.return_id = r.id and b.order_line_id is not null) as lines
    from returns r where r.status <> 'canceled' and (r.created_at, r.id) > ($1, $2)
   order by r.created_at, r.id limit $3`;

const page = 200;

interface Page {
  rows: Row[];
  orders: Map<string, OrderFacts>;
  known: Map<string, KnownLine>;
}

/** After which return to go on. */
export type Place = Pick<Row, 'askedAt' | 'id'>;

/** Before all returns since then. */
export const startOf = (since: Date): Place => ({ askedAt: since, id: '' });

/** Reads the returns after a place, a page of them, each with what these policies may ask of it; null where it was the last page. */
export async function nextReturns(ctx: ShopContext, { from, policies }: { from: Place; policies: readonly Policy[] }): Promise<{ returns: PastReturn[]; next: Place | null }> {
  const found = await readPage(ctx, from);
  const productIds = [...found.known.values()].map(({ productId }) => productId);
  const asked = await askFacts(ctx, policies, { orderIds: found.orders.keys(), productIds });
  const last = found.rows.at(-1);
  return { returns: pastReturns(found, asked), next: found.rows.length === page && last ? { askedAt: last.askedAt, id: last.id } : null };
}

function readPage(ctx: ShopContext, { askedAt, id }: Place): Promise<Page> {
  return ctx.tx(async (tx) => {
    const rows = await runInBulk<Row>(tx, question, [askedAt, id, page], 'returns-past');
    const orderIds = [...new Set(rows.map(({ orderId }) => orderId))];
    return { rows, orders: await knownOrders(tx, orderIds, ctx.shop.ianaTimezone), known: await knownLines(tx, orderIds, ctx.shop.ianaTimezone) };
  });
}

function pastReturns({ rows, orders, known }: Page, asked: AskedFacts): PastReturn[] {
  return rows.flatMap(({ id, name, askedAt, orderId, exchangedFor, lines }) => {
    const order = orders.get(orderId);
    const found = lines.flatMap(({ line, quantity, value, reason, outcome }) => {
      const facts = known.get(line)?.facts(quantity, asked, value);
      return facts ? [{ line: facts, reason, outcome: outcomes.find((known) => known === outcome) ?? outcomeOf(exchangedFor, facts.productId) }] : [];
    });
    return order && found.length > 0 ? [{ id, name, askedAt, order: withCodes(order, orderId, asked), lines: found }] : [];
  });
}

/** How the money went back is not told of a return that was begun elsewhere: what was not exchanged counts as refunded. */
function outcomeOf(exchangedFor: readonly string[] | null, productId: string | null): Outcome {
  if (exchangedFor === null) return 'refund';
  return productId !== null && exchangedFor.includes(productId) ? 'exchange' : 'other_product';
}
