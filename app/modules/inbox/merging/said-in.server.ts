import type { ShopTx } from '#app/platform/db/database.server.ts';
import { previewOfText } from '../tickets/preview.server.ts';
import type { SaidStanding } from './standing.ts';

interface Row {
  count: number;
  last_at: Date | null;
  preview: string | null;
  last_from: 'customer' | 'shop' | null;
  waiting_since: Date | null;
}

/** What follows from the messages that stand in one ticket, as it would have come about had only these been said there. */
export async function saidIn(tx: ShopTx, ticketId: number): Promise<SaidStanding & { firstReplyAt: Date | null }> {
  const [row] = await tx.$queryRaw<(Row & { first_reply_at: Date | null })[]>`
    with said as (
      select id, text, direction, side_id, case direction when 'out' then greatest(created_at, happened_at) else created_at end as at,
             case when direction = 'note' or side_id is not null or kind <> 'mail' then null when author = 'person' then 'customer' when author = 'staff' then 'shop' end as speaks
        from messages where ticket_id = ${ticketId} and send_at is null and withdrawn_at is null),
    answered as (select at, id from said where speaks = 'shop' order by at desc, id desc limit 1)
    select count(*)::int as count, max(at) as last_at,
           (select ${previewOfText} from said where direction <> 'note' order by side_id is not null, at desc, id desc limit 1) as preview,
           (select speaks from said where speaks is not null order by at desc, id desc limit 1) as last_from,
           min(at) filter (where speaks = 'customer' and (not exists (select from answered) or (at, id) > (select at, id from answered))) as waiting_since,
           min(at) filter (where speaks = 'shop') as first_reply_at
      from said`;
  return { count: row?.count ?? 0, lastAt: row?.last_at ?? null, preview: row?.preview ?? '', lastFrom: row?.last_from ?? 'customer', waitingSince: row?.waiting_since ?? null, firstReplyAt: row?.first_reply_at ?? null };
}
