import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Units } from './order-to-reship.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';

/** What the customer is told of goods that go out again. */
export function reshipSentence(ctx: ShopContext, { ticketId, orderId, units }: { ticketId: number; orderId: string; units: readonly Units[] }): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { name: true } });
    if (!order) throw notFound('order');
    const lines = await tx.order_lines.findMany({ where: { order_id: orderId }, select: { id: true, title: true, variant_title: true } });
    const items = units.map(({ id, quantity }) => {
      const line = lines.find((row) => row.id === id);
      return `${quantity} × ${[line?.title, line?.variant_title].filter(Boolean).join(', ')}`;
    });
    return t('reship', { items: new Intl.ListFormat(locale, { type: 'conjunction' }).format(items), order: order.name });
  });
}
