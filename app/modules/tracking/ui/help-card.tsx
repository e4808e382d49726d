import type { Visit } from './visit.ts';

/** The way on to a person; with the order's name in the subject, where there is one. */
export function HelpCard({ visit, orderName }: { visit: Visit; orderName: string | null }) {
  const { shop, home, words } = visit;
  const { t } = words;
  const subject = orderName ? `?subject=${encodeURIComponent(t('help.subject', { name: orderName }))}` : '';
  return (
    <section className="ac-help">
      <h2>{t('help.heading')}</h2>
      <p>{t('help.text')}</p>
      {shop.email ? (
        <a className="ac-link" href={`mailto:${encodeURIComponent(shop.email).replace('%40', '@')}${subject}`}>
          {t('help.email', { shop: shop.name })}
        </a>
      ) : (
        <a className="ac-link" href={`${home}pages/contact`}>
          {t('help.page', { shop: shop.name })}
        </a>
      )}
    </section>
  );
}
