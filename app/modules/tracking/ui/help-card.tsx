import type { Visit } from './visit.ts';

/** The way on to a person: the shop's contact page. The address Shopify gives us for a shop is its owner's own and not for customers. */
export function HelpCard({ visit }: { visit: Visit }) {
  const { t } = visit.words;
  return (
    <section className="ac-help">
      <h2>{t('help.heading')}</h2>
      <p>{t('help.text')}</p>
      <a className="ac-link" href={`${visit.home}pages/contact`}>
        {t('help.page', { shop: visit.shop.name })}
      </a>
    </section>
  );
}
