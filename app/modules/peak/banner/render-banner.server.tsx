import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import type { PeakBanner as Banner } from './banner-of.ts';
import { PeakBanner } from './peak-banner.tsx';

/** A banner as a page of its own, for those who want to see it before it is shown. */
export function renderBanner(banner: Banner, locale: string): string {
  const page = (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{'body{margin:0;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:#1f1f1f;background:#fff}.ac-peak{margin:0}'}</style>
      </head>
      <body>
        <PeakBanner banner={banner} />
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
