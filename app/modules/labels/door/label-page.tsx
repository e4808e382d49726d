import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import type { WaysBack } from '../ways/ways-back-setting.ts';
import { packingFor } from '../ways/ways-back.server.ts';
import type { WayWords } from '../ways/words.ts';
import type { LabelPageFacts } from './read-label-page.server.ts';

// The look is the theme's; on paper only this page is seen.
const styles = `.ac-label{box-sizing:border-box;max-width:38rem;margin-inline:auto;padding:2rem 1.25rem 3.5rem;line-height:1.5;overflow-wrap:anywhere}
.ac-label h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
.ac-label ul{margin:0;padding-inline-start:1.25rem;list-style:disc}
.ac-label .button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding-inline:1.25rem;margin-block-start:1rem}
.ac-label img{display:block;width:min(15rem,100%);height:auto;background:#fff;padding:.75rem;image-rendering:pixelated}
.ac-label dl{margin:1rem 0 0}
.ac-label dt{font-weight:600}
.ac-label dd{margin:0 0 .5rem;font-variant-numeric:tabular-nums}
@media print{body *{visibility:hidden}.ac-label,.ac-label *{visibility:visible}.ac-label{position:absolute;inset:0 auto auto 0}.ac-label .button{display:none}}`;

interface Page extends LabelPageFacts {
  words: WayWords;
  ways: WaysBack;
  file: string | null;
  qr: string | null;
}

/** The page to print or to hold under a scanner, as part of the theme, in which nothing is read as Liquid. */
export function renderLabelPage(page: Page): string {
  const { words, kind, name, order, number, carrier, items, file, qr, ways } = page;
  const { t, locale } = words;
  const packing = packingFor(kind, ways, words);
  const html = renderToStaticMarkup(
    <div className="ac-label" lang={locale} dir={direction(locale)}>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      <h1>{t('page.title', { name: name || order })}</h1>
      {qr && (
        <>
          <h2>{t('page.code')}</h2>
          <img src={qr} alt={t('page.code')} width="240" height="240" />
        </>
      )}
      {file && (
        <a className="button" href={file}>
          {t('page.open')}
        </a>
      )}
      {number && (
        <dl>
          <dt>{t('page.number')}</dt>
          <dd>{[carrier, number].filter(Boolean).join(' ')}</dd>
        </dl>
      )}
      {items.length > 0 && (
        <>
          <h2>{t('page.contents')}</h2>
          <ul>
            {items.map(({ title, quantity }) => (
              <li key={title}>{`${quantity} × ${title}`}</li>
            ))}
          </ul>
        </>
      )}
      {packing.length > 0 && (
        <>
          <h2>{t('pack.title')}</h2>
          <ul>
            {packing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>,
  );
  return withoutLiquid(html);
}

/** The page where a label is no longer to be had. */
export function renderGoneLabel({ t, locale }: WayWords): string {
  return withoutLiquid(
    renderToStaticMarkup(
      <div className="ac-label" lang={locale} dir={direction(locale)}>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
        <h1>{t('page.gone')}</h1>
        <p>{t('page.goneText')}</p>
      </div>,
    ),
  );
}
