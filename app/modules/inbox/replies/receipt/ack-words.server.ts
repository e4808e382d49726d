import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { ticketFacts } from '../../facts/ticket-facts.server.ts';
import { macroValues } from '../../macros/macro-values.ts';
import { ackText } from './ack-text.ts';

interface Saying {
  shop: Shop;
  ticketId: number;
  expectedAt: Date | null;
  /** Whether the sender's domain stands by the sender: only then an order is spoken of. */
  isVerified: boolean;
  secret: string;
  now: Date;
}

const linkLife = 90 * day;
const mostOrders = 3;

/** What an acknowledgement says in this ticket: also how the orders stand that the mail names and that are its writer's own. */
export async function ackWords(tx: ShopTx, { shop, ticketId, expectedAt, isVerified, secret, now }: Saying): Promise<{ text: string; locale: string }> {
  const facts = await ticketFacts(tx, shop, ticketId, { now });
  const named = await tx.ticket_orders.findMany({ where: { ticket_id: ticketId, reason: { in: ['named', 'tracking_number', 'form'] } }, select: { order_id: true } });
  const own = isVerified ? facts.orders.filter(({ id, isTheirs }) => isTheirs && named.some(({ order_id }) => order_id === id)).slice(0, mostOrders) : [];
  const trackingUrl = (orderId: string) => orderLink(shop, orderId, { purpose: 'order', expiresAt: after(now, linkLife) }, secret);
  const orders = own.map(({ id, name }) => {
    const { parcel_status: status, expected, tracking_url: url } = macroValues(facts.locale, { facts, orderId: id, agentName: '', signature: '', trackingUrl, returnsUrl: '' });
    return { name, status: String(status), expected: String(expected), url: String(url) };
  });
  return { text: ackText({ locale: facts.locale, shop, ticketId, expectedAt, orders, takesReturns: await portalIsOpen(tx) }), locale: facts.locale };
}
