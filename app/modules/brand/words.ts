import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import en from './ui/i18n/en.json' with { type: 'json' };
import zhCN from './ui/i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN };

/** What the sample mail says, in the merchant's language. */
export function brandWords(locale: string) {
  return createTranslator(bestLocale([locale], adminLocales), resources);
}
