import { notFound } from '#app/kernel/errors.ts';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import type { PlannedLine } from '#app/modules/returns/index.pure.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ordersOfPerson } from '../people/orders-of-person.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';

interface Said {
  ticketId: number;
  orderId: string;
  lines: readonly Pick<PlannedLine, 'outcome' | 'title' | 'units'>[];
  /** Somebody decides first. */
  waits: boolean;
  trackingUrl(orderId: string): string;
}

/** What the customer is told of a return that was begun for them; with the link to follow it only where the order is surely theirs. */
export function returnSentence(ctx: ShopContext, { ticketId, orderId, lines, waits, trackingUrl }: Said): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { name: true } });
    const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { person_id: true } });
    if (!order || !ticket) throw notFound('order');
    const isTheirs = (await ordersOfPerson(tx, ticket.person_id, 200)).some((each) => each.id === orderId && each.isTheirs);
    const items = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lines.map(({ units, title }) => `${units} × ${title}`));
    const said = t(waits ? 'return.asked' : lines.every(({ outcome }) => outcome === 'keep') ? 'return.kept' : 'return.open', { items, order: order.name });
    if (!isTheirs) return said;
    // A full-width stop brings its own room.
    const gap = /^(?:zh|ja)/.test(locale) ? '' : ' ';
    return `${said}${gap}${t('return.follow', { url: spokenLink(trackingUrl(orderId), locale) })}`;
  });
}
