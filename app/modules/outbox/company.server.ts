import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** Waits until nobody else judges a message to the person this one goes to, and keeps it so for this transaction. */
export async function holdEar(tx: ShopTx, id: bigint): Promise<void> {
  const question = `select pg_advisory_xact_lock(app.shop_id(), hashtext(person))::text from outbox where id = $1::bigint and state = 'queued' and topic is not null`;
  await runInBulk(tx, question, [String(id)], 'outbox-hold-ear');
}

// Whose ear somebody holds is passed over: only the one above is waited for, and nobody waits in a circle.
const question = `
  select id::text
    from (select distinct on (person) id, person
            from (select id, person from outbox
                   where state = 'queued' and send_after <= $2::timestamptz and topic is not null
                     and person is distinct from (select person from outbox where id = $1::bigint and state = 'queued')
                     and not exists (select from outbox where id = $1::bigint and state = 'queued' and topic is null)
                   order by send_after, id limit $3::int * 6) soonest
           order by person, id) first
   where pg_try_advisory_xact_lock(app.shop_id(), hashtext(person)) limit $3::int`;

/** Up to so many others that nobody asked for and whose turn has come, one a person; their ears are held. What answers somebody who waits goes alone. */
export async function companyOf(tx: ShopTx, id: bigint, most: number, now: Date): Promise<bigint[]> {
  if (most === 0) return [];
  const rows = await runInBulk<{ id: string }>(tx, question, [String(id), now, most], 'outbox-company');
  return rows.map((row) => BigInt(row.id));
}
