import { notFound } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { dayIn } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readHere } from '../tickets/read-here.server.ts';
import type { OrderFacts, TicketFacts } from './facts.ts';
import { orderFacts } from './order-facts.server.ts';
import { saysName } from './says-name.ts';

/** So many of the person's own orders are known beside those that the ticket names. */
const mostOrders = 5;

interface Around {
  now: Date;
  /** What is being written: the older orders that it speaks of are known too. */
  draft?: string;
}

/** What is so around a ticket and all that is read in it: throws where there is no such ticket. A ticket's number is that of the one it is read in. */
export async function ticketFacts(tx: ShopTx, shop: Shop, ticketId: number, { now, draft = '' }: Around): Promise<TicketFacts> {
  const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { id: true, person_id: true, subject: true, locale: true, category: true, channel: true } });
  if (!ticket) throw notFound('ticket');
  const person = await tx.people.findFirst({ where: { id: ticket.person_id }, select: { name: true, locale: true } });
  const { orders, customer, customerLocale } = await ordersOf(tx, shop, { ticketId, personId: ticket.person_id, now, draft });
  const [last, before] = await tx.$queryRaw<{ text: string }[]>`
    ${readHere(ticketId)}
    select text from messages where ticket_id in (select id from read_here) and direction = 'in' and author = 'person' and kind = 'mail' and side_id is null order by id desc limit 2`;
  return {
    ticketId,
    firstName: customer?.first ?? (person?.name ?? '').trim().split(/\s+/)[0] ?? '',
    lastName: customer?.last ?? '',
    locale: bestLocale([ticket.locale, person?.locale, customerLocale, ...shop.locales], customerLocales),
    shopName: shop.name,
    today: dayIn(shop.ianaTimezone, now),
    orders,
    lastWords: last?.text ?? '',
    headline: before ? '' : ticket.subject,
    category: ticket.category,
    channel: ticket.channel,
  };
}

interface Theirs {
  orders: OrderFacts[];
  customer: { first: string; last: string } | null;
  customerLocale: string | null;
}

async function ordersOf(tx: ShopTx, shop: Shop, { ticketId, personId, now, draft }: Required<Around> & { ticketId: number; personId: string }): Promise<Theirs> {
  const named = await tx.$queryRaw<{ id: string }[]>`
    ${readHere(ticketId)}
    select order_id as id from ticket_orders where ticket_id in (select id from read_here) group by order_id order by min(linked_at)`;
  const own = await tx.$queryRaw<{ id: string; name: string; first_name: string | null; last_name: string | null; customer_locale: string | null }[]>`
    select o.id, o.name, c.first_name, c.last_name, o.customer_locale from orders o left join customers c on c.id = o.customer_id
     where o.deleted_at is null and (
           o.customer_id in (select value from handles where person_id = ${personId}::uuid and kind = 'customer' and confidence = 'sure' and unlinked_at is null)
        or lower(o.email) in (select value from handles where person_id = ${personId}::uuid and kind = 'email' and confidence = 'sure' and unlinked_at is null))
     order by o.processed_at desc, o.id desc limit 200`;
  const theirs = new Set(own.map(({ id }) => id));
  const spokenOf = own.slice(mostOrders).filter(({ name }) => saysName(draft, name));
  const ids = [...new Set([...named, ...own.slice(0, mostOrders), ...spokenOf].map(({ id }) => id))];
  return {
    orders: await orderFacts(tx, { orderIds: ids, theirs, zone: shop.ianaTimezone, now }),
    customer: own.flatMap(({ first_name, last_name }) => (first_name ? { first: first_name, last: last_name ?? '' } : []))[0] ?? null,
    customerLocale: own[0]?.customer_locale ?? null,
  };
}
