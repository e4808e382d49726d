import type { ShopTx } from '#app/platform/db/database.server.ts';

interface Reading {
  ticketIds: readonly number[];
  staffId: string;
  now: Date;
}

/** Notes who of the staff was shown which conversation, once for each day with its first and last moment; a page that stays open is noted every few minutes. */
export async function noteReading(tx: ShopTx, { ticketIds, staffId, now }: Reading): Promise<void> {
  await tx.$executeRaw`
    insert into ticket_readings as known (ticket_id, staff_id, day, first_at, last_at)
    select id, ${staffId}, (${now}::timestamptz at time zone 'UTC')::date, ${now}, ${now} from unnest(${ticketIds}::int[]) as id
    on conflict (shop_id, ticket_id, staff_id, day) do update set last_at = excluded.last_at where known.last_at < excluded.last_at - interval '5 minutes'`;
}
