import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readRoot } from '../tickets/lock-root.server.ts';
import { readHere } from '../tickets/read-here.server.ts';
import { ordersOfPerson } from '../people/orders-of-person.server.ts';
import { ticketsOfPerson } from '../people/tickets-of-person.server.ts';
import type { BesideView } from './beside-view.ts';
import { readOrders, type OrderAsked } from './read-orders.server.ts';
import { readPerson } from './read-person.server.ts';

const mostOrders = 8;
const mostTickets = 10;

/** All that stands beside a ticket, or beside the one it is read in. Throws `not_found` for a number that is not one of this shop's. */
export function besideTicket(ctx: ShopContext, ticketId: number): Promise<BesideView> {
  return ctx.tx(async (tx) => {
    const ticket = await readRoot(tx, ticketId);
    if (!ticket) throw notFound('ticket');
    const now = ctx.clock.now();
    const { meant, verified } = await readAbout(tx, ticket.id);
    const { shown, hasMore } = await ordersBeside(tx, meant, ticket.personId);
    return {
      ticketId: ticket.id,
      person: await readPerson(tx, ticket.personId, now),
      verified,
      orders: await readOrders(tx, shown, now),
      hasMoreOrders: hasMore,
      tickets: await ticketsOfPerson(tx, { personId: ticket.personId, besides: ticket.id, most: mostTickets }),
    };
  });
}

interface About {
  /** The orders that the ticket and those merged into it are about, in the order in which they were linked. */
  meant: string[];
  verified: BesideView['verified'];
}

/** What the ticket is about, and who vouches for whoever wrote last for the customer; a call is nobody's to vouch for. */
async function readAbout(tx: ShopTx, ticketId: number): Promise<About> {
  const [row] = await tx.$queryRaw<{ meant: string[]; verified: string | null }[]>`
    ${readHere(ticketId)}
    select array(select order_id from ticket_orders where ticket_id in (select id from read_here) group by order_id order by min(linked_at) limit ${mostOrders}) as meant,
           (select case when channel = 'form' and verified = 'unknown' then 'typed' else verified end from messages where ticket_id in (select id from read_here) and channel <> 'phone' and direction = 'in' and author = 'person' and side_id is null order by id desc limit 1) as verified`;
  return { meant: row?.meant ?? [], verified: z.enum(['yes', 'no', 'unknown', 'typed']).nullable().catch('unknown').parse(row?.verified ?? null) };
}

/** What it is about, then what the person ordered last. */
async function ordersBeside(tx: ShopTx, meant: readonly string[], personId: string): Promise<{ shown: OrderAsked[]; hasMore: boolean }> {
  const known = await ordersOfPerson(tx, personId, 200);
  const standing = (id: string): OrderAsked['standing'] => {
    const found = known.find((order) => order.id === id);
    return found ? (found.isTheirs ? 'theirs' : 'likely') : 'named';
  };
  const ids = [...new Set([...meant, ...known.map(({ id }) => id)])];
  return { shown: ids.slice(0, mostOrders).map((id) => ({ id, standing: standing(id), isMeant: meant.includes(id) })), hasMore: ids.length > mostOrders };
}
