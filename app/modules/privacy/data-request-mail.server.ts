import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { renderSystemMail } from '#app/modules/outbox/index.server.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

/** The mail that tells a merchant about a customer's request; it says where to find the data and carries none of it. */
export function dataRequestMail(shop: Shop, dueAt: Date) {
  const { t, locale } = createTranslator(bestLocale(shop.locales, adminLocales), { en, 'zh-CN': zhCN });
  const due = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: shop.ianaTimezone }).format(dueAt);
  const heading = t('request.heading');
  const { html, text } = renderSystemMail({
    locale,
    shopName: shop.name,
    heading,
    paragraphs: [t('request.asked'), t('request.where'), t('request.due', { due })],
  });
  return { locale, subject: t('request.subject', { shop: shop.name }), html, text, reason: t('request.reason') };
}
