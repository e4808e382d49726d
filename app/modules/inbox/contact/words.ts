import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };

export type ContactWords = ReturnType<typeof contactWords>;

/** What the contact form says, in the first of the visitor's languages that we speak. */
export function contactWords(wishes: readonly string[]) {
  return createTranslator(bestLocale(wishes, customerLocales), resources);
}
