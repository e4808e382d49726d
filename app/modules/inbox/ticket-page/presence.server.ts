import { notFound } from '#app/kernel/errors.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { ticketNumber } from './ticket-number.ts';

export type Doing = 'look' | 'type';

/** A colleague in the same conversation. */
export interface Present {
  staffId: string;
  /** They may have opened the app a moment ago, after the page was read. */
  name: string | null;
  doing: Doing;
}

interface Told {
  /** As it stands in the address. */
  id: string;
  staffId: string;
  /** Null: they left. */
  doing: Doing | null;
}

/** Windows tell more often than this; whoever was not told of for so long is gone, in seconds. */
const goneAfter = 40;

/** Notes what somebody does in a conversation, tells open windows where that is another thing than before, and answers who else is there. */
export async function presence(ctx: ShopContext, { id, staffId, doing }: Told): Promise<Present[]> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const ticketId = await rootOf(tx, ticketNumber(id));
    if (ticketId === null) throw notFound('ticket');
    const [before] = await tx.$queryRaw<{ doing: string }[]>`
      select doing from ticket_presence where ticket_id = ${ticketId} and staff_id = ${staffId} and seen_at > ${now}::timestamptz - ${goneAfter} * interval '1 second'`;
    if (doing === null) await tx.ticket_presence.deleteMany({ where: { ticket_id: ticketId, staff_id: staffId } });
    else {
      await tx.$executeRaw`
        insert into ticket_presence (ticket_id, staff_id, doing, seen_at) values (${ticketId}, ${staffId}, ${doing}, ${now})
        on conflict (shop_id, ticket_id, staff_id) do update set doing = excluded.doing, seen_at = excluded.seen_at`;
    }
    if ((before?.doing ?? null) !== doing) await announce(tx, 'presence', String(ticketId));
    return tx.$queryRaw<Present[]>`
      select p.staff_id as "staffId", s.name, p.doing from ticket_presence p left join staff_members s on s.id = p.staff_id
       where p.ticket_id = ${ticketId} and p.staff_id <> ${staffId} and p.seen_at > ${now}::timestamptz - ${goneAfter} * interval '1 second' order by p.staff_id`;
  });
}
