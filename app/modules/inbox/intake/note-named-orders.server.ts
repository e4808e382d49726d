import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ordersInText } from '#app/modules/orders/index.server.ts';
import { noticeAnswered } from '#app/modules/outbox/index.server.ts';
import { handlesOf } from '../people/handle-row.server.ts';
import { linkOrder } from '../tickets/link-order.server.ts';
import { readHere } from '../tickets/read-here.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import type { IncomingMail } from './incoming-mail.ts';
import type { Verified } from './verified.ts';

export interface Naming {
  ticketId: number;
  ticketPersonId: string;
  /** Who wrote. */
  personId: string;
  address: string | null;
  verified: Verified;
  mail: Pick<IncomingMail['mail'], 'subject' | 'newText' | 'threading'>;
  shopId: number;
  now: Date;
}

/**
 * Links the orders that a mail names to its ticket: those of its writer alone. Another's is written down as named, for staff to judge; so is everything that is named under a
 * sender that is known to be forged, or in somebody else's ticket. What staff took from it does not come back.
 */
export async function noteNamedOrders(tx: ShopTx, { ticketId, ticketPersonId, personId, address, verified, mail, shopId, now }: Naming): Promise<void> {
  const known = (await handlesOf(tx, personId)).filter(({ confidence }) => confidence === 'sure');
  const values = (kind: 'email' | 'customer') => known.flatMap((handle) => (handle.kind === kind ? handle.value : []));
  const named = await ordersInText(tx, `${mail.subject}\n${mail.newText}`, { emails: values('email'), customerIds: values('customer') });
  const answered = address === null ? null : await noticeAnswered(tx, { shopId, mailIds: [...mail.threading.inReplyTo, ...mail.threading.references], address });
  const all = [...named, ...(answered === null ? [] : [{ orderId: answered, by: 'name' as const, isTheirs: true }])];
  if (all.length === 0) return;
  const mayLink = verified !== 'no' && personId === ticketPersonId;
  const undone = await unlinkedFrom(tx, ticketId);
  for (const { orderId, by, isTheirs } of all) {
    if (undone.has(orderId)) continue;
    if (isTheirs && mayLink) await linkOrder(tx, { ticketId, orderId, reason: by === 'name' ? 'named' : 'tracking_number', by: null, now });
    else await noteOther(tx, { ticketId, orderId, now });
  }
}

async function unlinkedFrom(tx: ShopTx, ticketId: number): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    ${readHere(ticketId)}
    select data ->> 'orderId' as "orderId" from ticket_events where ticket_id in (select id from read_here) and type = 'order_unlinked'`;
  return new Set(rows.map(({ orderId }) => orderId));
}

async function noteOther(tx: ShopTx, { ticketId, orderId, now }: { ticketId: number; orderId: string; now: Date }): Promise<void> {
  const isNoted = await tx.ticket_events.findFirst({ where: { ticket_id: ticketId, type: 'order_named', data: { path: ['orderId'], equals: orderId } }, select: { id: true } });
  if (!isNoted) await noteTicketEvent(tx, { ticketId, type: 'order_named', data: { orderId }, actor: null, now });
}
