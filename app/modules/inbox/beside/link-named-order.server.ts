import type { ShopTx } from '#app/platform/db/database.server.ts';
import { linkOrder } from '../tickets/link-order.server.ts';
import { orderNamed } from '../tickets/order-named.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { readHere } from '../tickets/read-here.server.ts';

interface By {
  ticketId: number;
  by: string | null;
  now: Date;
}

/** Says that a ticket is about an order, by what the order is called with its sign or without. */
export async function linkNamedOrder(tx: ShopTx, { ticketId, name, by, now }: By & { name: string }): Promise<'order_linked' | 'known' | 'no_order'> {
  const orderId = await orderNamed(tx, name);
  if (orderId === null) return 'no_order';
  return (await linkOrder(tx, { ticketId, orderId, reason: 'staff', by, now })) ? 'order_linked' : 'known';
}

/** Says that a ticket, and what is read in it, is not about an order after all. */
export async function unlinkOrder(tx: ShopTx, { ticketId, orderId, by, now }: By & { orderId: string }): Promise<'order_unlinked'> {
  const removed = await tx.$executeRaw`
    ${readHere(ticketId)}
    delete from ticket_orders where order_id = ${orderId} and ticket_id in (select id from read_here)`;
  if (removed > 0) await noteTicketEvent(tx, { ticketId, type: 'order_unlinked', data: { orderId }, actor: by, now });
  return 'order_unlinked';
}
