import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN };

/** What a test mail to a mailbox says, in the merchant's language. */
export function checkWords(locale: string) {
  return createTranslator(bestLocale([locale], adminLocales), resources);
}
