import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { Brand } from '#app/modules/brand/index.server.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import { renderMail, type MailDraft } from '../mail-layout.server.tsx';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };

/** A mail to a customer of the shop, from the shop and on its paper: we are not named. */
export function renderCustomerMail(mail: MailDraft, brand: Brand): { html: string; text: string } {
  const { t, locale } = createTranslator(bestLocale([mail.locale], customerLocales), resources);
  return renderMail({ ...mail, locale }, brand, { sentBy: t('sentBy', { shop: brand.shopName }), buttonHint: t('button') });
}
