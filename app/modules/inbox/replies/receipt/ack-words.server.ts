import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { ticketFacts } from '../../facts/ticket-facts.server.ts';
import { macroValues } from '../../macros/macro-values.ts';
import { replyWords } from '../words.ts';

interface Saying {
  shop: Shop;
  ticketId: number;
  /** When an answer comes; null: nobody can say, or it is not said. */
  expectedAt: Date | null;
  /** Whether the sender's domain stands by the sender: only then an order is spoken of. */
  isVerified: boolean;
  secret: string;
  now: Date;
}

const linkLife = 90 * day;
const mostOrders = 3;

/** What an acknowledgement says: that the words came in, when an answer comes, how the orders stand that the mail names, and what helps meanwhile. None of the customer's own words. */
export async function ackWords(tx: ShopTx, { shop, ticketId, expectedAt, isVerified, secret, now }: Saying): Promise<{ text: string; locale: string }> {
  const facts = await ticketFacts(tx, shop, ticketId, now);
  const { t, locale } = replyWords([facts.locale]);
  const named = await tx.ticket_orders.findMany({ where: { ticket_id: ticketId, reason: { in: ['named', 'tracking_number', 'form'] } }, select: { order_id: true } });
  const orders = isVerified ? facts.orders.filter(({ id, isTheirs }) => isTheirs && named.some(({ order_id }) => order_id === id)).slice(0, mostOrders) : [];
  const trackingUrl = (orderId: string) => orderLink(shop, orderId, { purpose: 'order', expiresAt: after(now, linkLife) }, secret);
  const lines = orders.map(({ id, name }) => {
    const { parcel_status, expected, tracking_url } = macroValues(locale, { facts, orderId: id, agentName: '', trackingUrl, returnsUrl: '' });
    const state = parcel_status === '' ? null : expected === '' ? t('received.order', { order: name, state: String(parcel_status) }) : t('received.orderExpected', { order: name, state: String(parcel_status), days: String(expected) });
    return [...(state === null ? [] : [state]), t('received.follow', { order: name, url: String(tracking_url) })].join('\n');
  });
  const text = [
    t('received.thanks', { shop: shop.name, ticket: `#${ticketId}` }),
    expectedAt === null ? t('received.soon') : t('received.expected', { when: moment(expectedAt, locale, shop.ianaTimezone) }),
    ...lines,
    [...(lines.length > 0 ? [] : [t('received.track', { url: `${shop.primaryUrl}/apps/aftercare/track` })]), ...((await portalIsOpen(tx)) ? [t('received.returns', { url: `${shop.primaryUrl}/apps/aftercare/returns` })] : [])].join('\n'),
    `${t('received.more')}\n${t('received.automatic')}`,
  ];
  return { text: text.filter(Boolean).join('\n\n'), locale };
}

const moment = (at: Date, locale: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone: zone, timeZoneName: 'short' }).format(at);
