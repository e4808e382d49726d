import type pg from 'pg';

/**
 * A shop with so many returns asked for within the last 80 days: each of one or two lines of an order to one of four countries, of one of 8,000 customers and
 * 300 products, delivered five to forty days before. Answers the shop.
 */
export async function fillPastReturns(pool: pg.Pool, returns: number, now: Date): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ id: number }>(`insert into platform.shops (domain) values ('bench-' || gen_random_uuid() || '.myshopify.com') returning id`);
    const shopId = rows[0]?.id ?? 0;
    await client.query('begin');
    await client.query(`select set_config('app.shop_id', $1, true)`, [String(shopId)]);
    for (const statement of statements) await client.query(statement, statement.includes('$2') ? [returns, now] : [returns]);
    await client.query('commit');
    await client.query('vacuum analyze');
    return shopId;
  } finally {
    client.release();
  }
}

const asked = `$2::timestamptz - interval '80 days' * n / $1::int`;
const delivered = `${asked} - interval '1 day' * (5 + n % 36)`;
const placed = `${delivered} - interval '6 days'`;

const statements = [
  `insert into customers (id, tags, orders_count, amount_spent, currency, updated_at) select n::text, case when n % 10 = 0 then '{vip}'::text[] else '{}' end, 1 + n % 9, 20000, 'USD', now() from generate_series(1, least(8000, $1::int)) n`,
  `insert into orders (id, name, customer_id, created_at, processed_at, updated_at, financial_status, fulfillment_status, currency, presentment_currency, subtotal, subtotal_presentment, discounts,
     discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search, shipping_address)
   select n::text, '#' || n, (1 + n % least(8000, $1::int))::text, ${placed}, ${placed}, $2, 'paid', 'fulfilled', 'USD', 'USD', 4000, 4000, 0, 0, 500, 500, 0, 0, 4500, 4500, 'x', '',
          json_build_object('countryCode', (array['US', 'CA', 'DE', 'JP'])[1 + n % 4]) from generate_series(1, $1::int) n`,
  `insert into order_lines (id, order_id, position, title, product_id, variant_id, quantity, current_quantity, unfulfilled_quantity, unit_price, unit_price_presentment, discount)
   select n || '0' || k, n::text, k, 'Merino scarf', (1 + (n + k) % 300)::text, (1 + n % 900)::text, 2, 2, 0, 500 + n % 90 * 100, 500 + n % 90 * 100, case when n % 5 = 0 then 300 else 0 end
     from generate_series(1, $1::int) n, generate_series(1, 2) k`,
  `insert into fulfillments (id, order_id, status, created_at, updated_at, delivered_at, fingerprint)
   select n::text, n::text, 'success', ${placed} + interval '1 day', $2, case when n % 10 > 0 then ${delivered} end, 'x' from generate_series(1, $1::int) n`,
  `insert into fulfillment_lines (fulfillment_id, order_line_id, quantity) select n::text, n || '0' || k, 2 from generate_series(1, $1::int) n, generate_series(1, 2) k`,
  `insert into shipments (id, fulfillment_id, order_id, position, carrier, number) select n, n::text, n::text, 0, 'UPS', '1Z999AA1' || lpad(n::text, 10, '0') from generate_series(1, $1::int) n`,
  `insert into parcels (shipment_id, order_id, fulfillment_id, number, carrier, status, placed_at, shipped_at, first_scan_at, last_scan_at, delivered_at, settled_at, promised_from, promised_to, computed_at)
   select n, n::text, n::text, '1Z999AA1' || lpad(n::text, 10, '0'), 'ups', case when n % 10 > 0 then 'delivered' else 'expired' end, ${placed}, ${placed} + interval '1 day', ${placed} + interval '2 days', ${delivered},
          case when n % 10 > 0 then ${delivered} end, $2, (${delivered})::date, (${delivered})::date, $2 from generate_series(1, $1::int) n`,
  `insert into returns (id, order_id, name, status, next_step, waits_since, created_at, total_quantity, order_updated_at, read_at)
   select n::text, n::text, '#' || n || '-R1', case when n % 15 = 0 then 'declined' else 'closed' end, 'done', $2, ${asked}, 1, $2, $2 from generate_series(1, $1::int) n`,
  `insert into return_lines (id, return_id, position, order_line_id, quantity, processed, refundable, refunded, reason, value)
   select n || '0' || k, n::text, k, n || '0' || k, 1, 1, 0, 1, (array['too-small', 'damaged-or-defective', 'changed-my-mind'])[1 + n % 3], 500 + n % 90 * 100
     from generate_series(1, $1::int) n, generate_series(1, 2) k where k = 1 or n % 3 = 0`,
];
