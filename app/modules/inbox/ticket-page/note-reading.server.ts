import { sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import { isNews } from '../desk/followed.server.ts';

interface Reading {
  ticketIds: readonly number[];
  staffId: string;
  now: Date;
}

/** Notes who of the staff was shown which conversation, once for each day with its first and last moment; a page that reads itself again within a minute writes nothing. To whoever follows it, it holds no news then. */
export async function noteReading(tx: ShopTx, reading: Reading): Promise<void> {
  const { ticketIds, staffId, now } = reading;
  await tx.$executeRaw(sql`
    with noted as (${inLog(reading)})
    update ticket_followers f set seen_at = ${now}
     where f.ticket_id = any(${[...ticketIds]}::int[]) and f.staff_id = ${staffId} and exists (select from messages m where ${isNews})`);
}

/** The same of words that were shown elsewhere than on the conversation's page: what is new there is still news. */
export async function noteWordsShown(tx: ShopTx, reading: Reading): Promise<void> {
  await tx.$executeRaw(inLog(reading));
}

function inLog({ ticketIds, staffId, now }: Reading): Sql {
  return sql`
    insert into ticket_readings (ticket_id, staff_id, day, first_at, last_at)
    select id, ${staffId}, (${now}::timestamptz at time zone 'UTC')::date, ${now}, ${now} from unnest(${[...ticketIds]}::int[]) as id
     where not exists (select from ticket_readings noted where noted.ticket_id = id and noted.staff_id = ${staffId} and noted.last_at >= ${now}::timestamptz - interval '1 minute')
    on conflict (shop_id, ticket_id, staff_id, day) do update set last_at = excluded.last_at`;
}
