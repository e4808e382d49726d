import { useLocation, useRouteError } from '@remix-run/react';
import { adminLocales, bestLocale } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };
import { pageErrorOf, shopifyPage } from './page-error.ts';

const texts = { en, 'zh-CN': zhCN };

/** The last error page: needs no providers, no styles and no data, because those may be what failed. */
export function RootError() {
  const error = useRouteError();
  const { search } = useLocation();
  const answer = shopifyPage(error);
  if (answer !== null) return <div dangerouslySetInnerHTML={{ __html: answer }} />;

  const { t } = createTranslator(bestLocale([new URLSearchParams(search).get('locale')], adminLocales), texts);
  const { kind, reference } = pageErrorOf(error);
  return (
    <main style={{ font: '14px/1.5 system-ui, sans-serif', maxWidth: '36rem', margin: '4rem auto', padding: '0 1rem' }}>
      <h1 style={{ fontSize: '1.25rem' }}>{t(`error.${kind}Title`)}</h1>
      <p>{t(`error.${kind}`)}</p>
      {reference && <p>{t('error.reference', { id: reference })}</p>}
    </main>
  );
}
