import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, de, es, fr, ja, 'pt-PT': ptPT, 'zh-CN': zhCN };

/** What somebody reads who answers HELP, in the shop's first language. */
export function smsHelp({ name, domain, email, primaryUrl, locales }: Pick<Shop, 'name' | 'domain' | 'email' | 'primaryUrl' | 'locales'>): { locale: string; words: string } {
  const locale = bestLocale(locales, customerLocales);
  return { locale, words: createTranslator(locale, resources).t('help', { shop: name ?? domain, contact: email ?? primaryUrl ?? domain }) };
}

/** How to hear no more by SMS: by an answer, or at an address where there is nobody to answer. */
export function smsOptOut(locale: string, url: string | null): string {
  const { t } = createTranslator(bestLocale([locale], customerLocales), resources);
  return url === null ? t('optOut') : t('optOutAt', { url });
}
