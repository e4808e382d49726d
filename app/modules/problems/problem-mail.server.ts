import { after, day } from '#app/kernel/time.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import type { Brand } from '#app/modules/brand/index.server.ts';
import { markedLink, renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { KeptReport } from './kept-report.ts';
import { problemWords } from './words.ts';

/** How long the mail's way back to the order leads there. */
const linkLife = 90 * day;

/**
 * Tells the customer that a report came in and what of it, in their language. Their own words are left out: a confirmation that repeats them
 * would carry anybody's text to the order's address.
 */
export function problemMail(shop: Shop, { kind, wish, lines, photos, order, locale: wished }: KeptReport, brand: Brand, secret: string, now: Date) {
  const { t, locale } = problemWords([wished, ...shop.locales]);
  const items = new Intl.ListFormat(locale).format(lines.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title)));
  const { html, text } = renderCustomerMail({
    locale,
    heading: t('mail.heading'),
    paragraphs: [
      t('mail.thanks', { order: order.name }),
      t('mail.told', { problem: t(`kind.${kind}`) }),
      ...(wish === null ? [] : [t('mail.wish', { wish: t(`wish.${wish}`) })]),
      ...(items === '' ? [] : [t('mail.items', { items })]),
      ...(photos.length === 0 ? [] : [t('mail.photos', { count: photos.length })]),
      t('mail.next'),
    ],
    action: { label: t('mail.action'), url: markedLink(orderLink(shop, order.id, { purpose: 'order', expiresAt: after(now, linkLife) }, secret)) },
  }, brand);
  const ours = problemWords(shop.locales);
  return { locale, subject: t('mail.subject', { shop: shop.name, order: order.name }), html, text, reason: ours.t('mail.reason') };
}
