import type pg from 'pg';

/**
 * A shop with so many parcels under way, as they stand a few days before Black Friday: on twelve lanes of five carriers, scanned at any hour of the last
 * days; about one in twelve silent beyond its lane's limit, one in fifty an exception, one in twenty-five past its day. Orders stand behind them. Answers the shop.
 */
export async function fillOpenParcels(pool: pg.Pool, parcels: number, now: Date): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ id: number }>(`insert into platform.shops (domain) values ('bench-' || gen_random_uuid() || '.myshopify.com') returning id`);
    const shopId = rows[0]?.id ?? 0;
    await client.query('begin');
    await client.query(`select set_config('app.shop_id', $1, true), setseed(0.42)`, [String(shopId)]);
    for (const statement of statements) await client.query(statement, statement.includes('$2') ? [parcels, now] : [parcels]);
    await client.query('commit');
    await client.query('vacuum analyze');
    return shopId;
  } finally {
    client.release();
  }
}

const statements = [
  `insert into orders (id, name, created_at, processed_at, updated_at, financial_status, fulfillment_status, currency, presentment_currency, subtotal, subtotal_presentment, discounts,
     discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
   select n::text, '#' || n, $2::timestamptz - '10 days'::interval, $2::timestamptz - '10 days'::interval, $2, 'paid', 'fulfilled', 'USD', 'USD', 4000, 4000, 0, 0, 500, 500, 0, 0, 4500, 4500, 'x', ''
     from generate_series(1, $1::int) n`,
  `insert into fulfillments (id, order_id, status, created_at, updated_at, fingerprint) select n::text, n::text, 'success', $2::timestamptz, $2, 'x' from generate_series(1, $1::int) n`,
  `insert into shipments (id, fulfillment_id, order_id, position, carrier, number) select n, n::text, n::text, 0, 'UPS', '1Z999AA1' || lpad(n::text, 10, '0') from generate_series(1, $1::int) n`,
  `insert into parcels (shipment_id, order_id, fulfillment_id, number, carrier, service, origin, destination, status, cause, status_since, placed_at, shipped_at, first_scan_at, last_scan_at,
     last_place, last_country, promised_from, promised_to, promise_source, promise_basis, first_promised_to, computed_at)
   select n, n::text, n::text, '1Z999AA1' || lpad(n::text, 10, '0'), (array['ups','usps','fedex','dhl_express','royal_mail'])[1 + n % 5], null, 'US',
          (array['US','US','US','US','CA','GB','DE','FR','AU','JP','MX','BR'])[1 + n % 12], case when n % 50 = 0 then 'exception' else 'in_transit' end, case when n % 50 = 0 then 'weather' end,
          $2::timestamptz - '2 days'::interval, $2::timestamptz - '10 days'::interval, $2::timestamptz - '9 days'::interval, $2::timestamptz - '9 days'::interval,
          $2::timestamptz - case when n % 12 = 1 then '8 days 12 hours'::interval else random() * '70 hours'::interval end,
          (array['Leipzig','Memphis','Louisville','Chicago','Ontario','Newark','Atlanta'])[1 + n % 7], 'US',
          ($2::timestamptz + '1 day'::interval)::date, ($2::timestamptz + case when n % 25 = 7 then '-1 days'::interval else '4 days'::interval end)::date, 'learned',
          '{"lane": "ups/*/US/*", "samples": 412}', ($2::timestamptz + '4 days'::interval)::date, $2
     from generate_series(1, $1::int) n`,
  `insert into parcel_checks (shipment_id, next_check_at) select n, $2::timestamptz - random() * '9 minutes'::interval from generate_series(1, $1::int) n`,
];
