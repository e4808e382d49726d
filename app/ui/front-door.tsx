import type { AdminLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const texts = { en, 'zh-CN': zhCN };

/** For someone who opens our own address in a browser: the app lives inside Shopify, and no shop's name is asked for. */
export function FrontDoor({ locale }: { locale: AdminLocale }) {
  const { t } = createTranslator(locale, texts);
  return (
    <main lang={locale} style={{ font: '14px/1.5 system-ui, sans-serif', maxWidth: '36rem', margin: '4rem auto', padding: '0 1rem' }}>
      <h1 style={{ fontSize: '1.25rem' }}>Aftercare</h1>
      <p>{t('frontDoor')}</p>
    </main>
  );
}
