import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { conditionsOf } from './desk-conditions.server.ts';
import { cursorAfter, isAfter, orderOf, type Place } from './desk-order.server.ts';
import { deskPath } from './ui/desk-query.ts';
import { readListed, ticketPath, type Listed } from './ui/ticket-path.ts';

/** The list in which a conversation was opened, and its neighbours there, as addresses. */
export interface BesideInList {
  list: string;
  previous: string | null;
  next: string | null;
}

interface Asked {
  ticketId: number;
  /** The parameters of the conversation's address. */
  address: URLSearchParams;
  staffId: string | null;
}

/** What stands before and after the place at which a conversation was opened, in that list as it is now; null where it was opened from elsewhere. */
export async function besideInList(ctx: ShopContext, { ticketId, address, staffId }: Asked): Promise<BesideInList | null> {
  const listed = readListed(address);
  if (!listed) return null;
  return ctx.tx(async (tx) => ({
    list: deskPath(listed.query),
    previous: await neighbour(tx, listed, { ticketId, staffId, backwards: true }),
    next: await neighbour(tx, listed, { ticketId, staffId, backwards: false }),
  }));
}

async function neighbour(tx: ShopTx, { query, place }: Listed, { ticketId, staffId, backwards }: { ticketId: number; staffId: string | null; backwards: boolean }): Promise<string | null> {
  const { by, rank } = orderOf(query, backwards);
  const [row] = await tx.$queryRaw<Place[]>(sql`
    select t.id, t.last_message_at as "lastMessageAt", t.due_at as "dueAt", ${rank} as rank from tickets t
     where ${conditionsOf(query, staffId)} and t.id <> ${ticketId} ${isAfter({ ...query, after: place }, backwards)} order by ${by} limit 1`);
  return row ? ticketPath(row.id, { query, place: cursorAfter(query.sort, row) }) : null;
}
