import { minute } from '#app/kernel/time.ts';
import type { Brand } from '#app/modules/brand/index.server.ts';
import { renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { codeLife } from './one-time-code.ts';
import { accessWords } from './words.ts';

/** The mail that carries a code, in the reader's language, and why it was written in the shop's. The subject tells nothing about the order. */
export function codeMail(shop: Pick<Shop, 'name' | 'locales'>, { code, order, locale: wished, brand }: { code: string; order: string; locale: string; brand: Brand }) {
  const { t, locale } = accessWords([wished, ...shop.locales]);
  const { html, text } = renderCustomerMail({
    locale,
    heading: t('mail.heading'),
    paragraphs: [t('mail.use', { order })],
    code,
    notes: [t('mail.life', { count: codeLife / minute }), t('mail.notYou')],
  }, brand);
  return { locale, subject: t('mail.subject', { shop: shop.name }), html, text, reason: accessWords(shop.locales).t('mail.reason') };
}
