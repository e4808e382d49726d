import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** Somebody who agreed to be sent marketing by mail. */
export interface Subscriber {
  id: string;
  email: string;
  locale: string | null;
  country: string | null;
}

const agreed = `c.email_consent = 'subscribed' and c.deleted_at is null and c.redacted_at is null`;

const page = `
  select c.id, k.value as email, c.locale,
         (select upper(o.shipping_address ->> 'countryCode') from orders o where o.customer_id = c.id and o.deleted_at is null and o.shipping_address ->> 'countryCode' is not null order by o.processed_at desc limit 1) as country
    from customers c
    join lateral (select value from customer_contacts where customer_id = c.id and kind = 'email' and source = 'customer' order by first_seen desc limit 1) k on true
   where ${agreed} and c.id > $1 order by c.id limit $2`;

/** Those who come after one, so many at most. */
export function subscribersAfter(tx: ShopTx, id: string, most: number): Promise<Subscriber[]> {
  return runInBulk<Subscriber & Record<string, unknown>>(tx, page, [id, most], 'peak-subscribers');
}

/** How many there are. */
export async function countSubscribers(tx: ShopTx): Promise<number> {
  const [row] = await runInBulk<{ count: number }>(tx, `select count(*)::int as count from customers c where ${agreed}`, [], 'peak-subscriber-count');
  return row?.count ?? 0;
}

/** Those of these who still agree. */
export async function subscribedOf(tx: ShopTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await runInBulk<{ id: string }>(tx, `select c.id from customers c where ${agreed} and c.id = any ($1::text[])`, [ids], 'peak-subscribed');
  return new Set(rows.map(({ id }) => id));
}
