import { bestLocale, customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { createTranslator, type MessageKey, type Translator } from '#app/platform/i18n/translator.ts';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };

/** The words in which promises are published, in the first of a customer's languages that we speak. */
export function publishedWords(wishes: readonly (string | null)[]): Translator<MessageKey<typeof en>, CustomerLocale> {
  return createTranslator(bestLocale(wishes, customerLocales), resources);
}
