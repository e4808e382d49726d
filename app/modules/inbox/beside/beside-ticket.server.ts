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
    const { shown, hasMore } = await ordersBeside(tx, ticket.id, ticket.personId);
    return {
      ticketId: ticket.id,
      person: await readPerson(tx, ticket.personId, now),
      verified: await verifiedOf(tx, ticket.id),
      orders: await readOrders(tx, shown, now),
      hasMoreOrders: hasMore,
      tickets: await ticketsOfPerson(tx, { personId: ticket.personId, besides: ticket.id, most: mostTickets }),
    };
  });
}

/** What the ticket and those merged into it are about, then what the person ordered last. */
async function ordersBeside(tx: ShopTx, ticketId: number, personId: string): Promise<{ shown: OrderAsked[]; hasMore: boolean }> {
  const meant = await tx.$queryRaw<{ id: string }[]>`
    ${readHere(ticketId)}
    select order_id as id from ticket_orders where ticket_id in (select id from read_here) group by order_id order by min(linked_at) limit ${mostOrders}`;
  const known = await ordersOfPerson(tx, personId, 200);
  const standing = (id: string): OrderAsked['standing'] => {
    const found = known.find((order) => order.id === id);
    return found ? (found.isTheirs ? 'theirs' : 'likely') : 'named';
  };
  const ids = [...new Set([...meant, ...known].map(({ id }) => id))];
  return { shown: ids.slice(0, mostOrders).map((id) => ({ id, standing: standing(id), isMeant: meant.some((order) => order.id === id) })), hasMore: ids.length > mostOrders };
}

/** Who vouches for whoever wrote last for the customer; a call is nobody's to vouch for. */
async function verifiedOf(tx: ShopTx, ticketId: number): Promise<BesideView['verified']> {
  const [last] = await tx.$queryRaw<{ verified: string }[]>`
    ${readHere(ticketId)}
    select verified from messages where ticket_id in (select id from read_here) and channel <> 'phone' and direction = 'in' and author = 'person' and side_id is null order by id desc limit 1`;
  return last ? z.enum(['yes', 'no', 'unknown']).catch('unknown').parse(last.verified) : null;
}
