import { randomUUID } from 'node:crypto';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import { after, day } from '#app/kernel/time.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import { readBrand, type Brand } from '#app/modules/brand/index.server.ts';
import { markedLink, queueMessage, renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { VisitNeeds } from './visit-needs.ts';
import { trackingWords } from './words.ts';

/** How long the link leads to the order, and the mail is worth sending. */
const linkLife = day;

/** Sends the link of an order's page to the order's own address, once in a while; an order without one gets none. */
export async function mailLink({ shop, clock, tx: run }: ShopContext, { orderId, locale }: { orderId: string; locale: string }, { limits, secrets }: Pick<VisitNeeds, 'limits' | 'secrets'>): Promise<void> {
  if (!(await limits.take('lookup-link', `${shop.id}:${orderId}`)).allowed) return;
  await run(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null, fingerprint: { not: '' } }, select: { name: true, email: true, customer_id: true } });
    if (!order?.email) return;
    const now = clock.now();
    const expiresAt = after(now, linkLife);
    const url = markedLink(spokenLink(orderLink(shop, orderId, { purpose: 'order', expiresAt }, secrets[0]), locale));
    const mail = linkMail(shop, { order: order.name, url, locale, brand: await readBrand(tx, shop) });
    await queueMessage(tx, { channel: 'email', kind: 'tracking.link', dedupeKey: `tracking.link:${randomUUID()}`, to: order.email, orderId, customerId: order.customer_id, expiresAt, ...mail });
  });
}

/** The mail with the link, in the language of who asked, and why it was written in the shop's. */
function linkMail(shop: Pick<Shop, 'name' | 'locales'>, { order, url, locale: wished, brand }: { order: string; url: string; locale: string; brand: Brand }) {
  const { t, locale } = trackingWords([wished, ...shop.locales]);
  const { html, text } = renderCustomerMail({
    locale,
    heading: t('linkMail.heading'),
    paragraphs: [t('linkMail.text', { order })],
    action: { label: t('linkMail.action'), url },
    notes: [t('linkMail.notYou')],
  }, brand);
  return { locale, subject: t('linkMail.subject', { shop: shop.name }), html, text, reason: trackingWords(shop.locales).t('linkMail.reason') };
}
