import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { renderSystemMail } from '#app/modules/outbox/index.server.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

/** The mail that tells a merchant that the app ended their hold-out, and what it saw. */
export function harmMail(shop: Shop, { wrote, share }: { wrote: { heldOut: number; told: number }; share: number }) {
  const { t, locale } = createTranslator(bestLocale(shop.locales, adminLocales), { en, 'zh-CN': zhCN });
  const { html, text } = renderSystemMail({
    locale,
    shopName: shop.name,
    heading: t('harm.heading'),
    paragraphs: [t('harm.seen', { heldOut: wrote.heldOut, count: wrote.heldOut + wrote.told, share }), t('harm.now'), t('harm.where')],
  });
  return { locale, subject: t('harm.subject', { shop: shop.name }), html, text, reason: t('harm.reason') };
}
