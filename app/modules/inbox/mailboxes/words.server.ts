import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN };

/** What mails and pages about mailboxes say outside of the admin, in the merchant's language. */
export function mailboxWords(locale: string) {
  return createTranslator(bestLocale([locale], adminLocales), resources);
}
