import type pg from 'pg';

/** Puts so many sent orders into a shop, each of one line and one parcel that was scanned three times. Their names are `#1` to `#n`, their emails `ada<n>@example.com`. */
export async function fillOrders(pool: pg.Pool, shopId: number, orders: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.shop_id', $1, true), set_config('synchronous_commit', 'off', true)`, [String(shopId)]);
    for (const statement of statements) await client.query(statement, [orders]);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const placed = `now() - '6 days'::interval`;
const statements = [
  `insert into orders (id, name, email, created_at, processed_at, updated_at, financial_status, fulfillment_status, currency, presentment_currency, subtotal, subtotal_presentment, discounts,
     discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search, imported, shipping_address)
   select n::text, '#' || n, 'ada' || n || '@example.com', ${placed}, ${placed} + n * '1 ms'::interval, now(), 'paid', 'fulfilled', 'USD', 'USD', 4000, 4000, 0, 0, 500, 500, 0, 0, 4500, 4500, 'x', '', true,
     '{"city": "Lyon", "countryCode": "FR", "zip": "69001"}' from generate_series(1, $1::int) n`,
  `insert into order_lines (id, order_id, position, title, image_url, quantity, current_quantity, unfulfilled_quantity, unit_price, unit_price_presentment)
   select n::text, n::text, 0, 'Merino scarf', 'https://cdn.shopify.com/s/files/1/scarf.png', 2, 2, 0, 2000, 2000 from generate_series(1, $1::int) n`,
  `insert into fulfillments (id, order_id, status, display_status, created_at, updated_at, fingerprint) select n::text, n::text, 'success', 'in_transit', now() - '5 days'::interval, now(), 'x' from generate_series(1, $1::int) n`,
  `insert into fulfillment_lines (fulfillment_id, order_line_id, quantity) select n::text, n::text, 2 from generate_series(1, $1::int) n`,
  `insert into shipments (id, fulfillment_id, order_id, position, carrier, number) select n, n::text, n::text, 0, 'UPS', '1Z999AA1' || lpad(n::text, 10, '0') from generate_series(1, $1::int) n`,
  `insert into checkpoints (id, fulfillment_id, order_id, source, status, message, happened_at, city, country)
   select n || '-' || s, n::text, n::text, 'shopify', 'in_transit', 'Arrived at hub', now() - (4 - s) * '1 day'::interval, 'Leipzig', 'DE' from generate_series(1, $1::int) n, generate_series(1, 3) s`,
  `insert into parcels (shipment_id, order_id, fulfillment_id, number, carrier, destination, status, status_since, placed_at, shipped_at, first_scan_at, last_scan_at, promised_from, promised_to, promise_source, first_promised_to, computed_at)
   select n, n::text, n::text, '1Z999AA1' || lpad(n::text, 10, '0'), 'ups', 'FR', 'in_transit', now() - '3 days'::interval, ${placed}, now() - '5 days'::interval, now() - '3 days'::interval, now() - '1 day'::interval,
     current_date + 1, current_date + 3, 'learned', current_date + 3, now() from generate_series(1, $1::int) n`,
];
