import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteTicketEvent } from './ticket-events.server.ts';

interface Linked {
  ticketId: number;
  orderId: string;
  reason: 'named' | 'tracking_number' | 'form' | 'staff';
  /** Who of the shop says so; null: nobody. */
  by: string | null;
  now: Date;
}

/** Says that a ticket is about an order, once; false where it was said before. */
export async function linkOrder(tx: ShopTx, { ticketId, orderId, reason, by, now }: Linked): Promise<boolean> {
  const { count } = await tx.ticket_orders.createMany({ data: [{ ticket_id: ticketId, order_id: orderId, reason, linked_at: now }], skipDuplicates: true });
  if (count > 0) await noteTicketEvent(tx, { ticketId, type: 'order_linked', data: { orderId }, actor: by, now });
  return count > 0;
}
