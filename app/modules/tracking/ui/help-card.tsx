import { tellsFact } from '../policy-facts.ts';
import type { Proven } from '../tracking-answer.ts';
import { Carried, StepForm } from './carried.tsx';
import type { Visit } from './visit.ts';

/**
 * The way on: report a problem, send something back (in the portal where it is open, else where the merchant says), read the rules, a person. The contact is the shop's page unless the merchant names
 * another; the address Shopify gives us for a shop is its owner's own and not for customers.
 */
export function HelpCard({ visit, proven }: { visit: Visit; proven?: Proven }) {
  const { words, page, home, shop } = visit;
  const { t } = words;
  return (
    <section className="ac-help">
      <h2>{t('help.heading')}</h2>
      <p>{t('help.text')}</p>
      <div className="ac-ways">
        {proven ? <StepForm visit={visit} fields={{ key: proven.key, do: 'report' }} label={t('report.open')} quiet /> : null}
        {proven && visit.returns ? (
          <form method="post" action={visit.returns}>
            <Carried visit={visit} fields={{ key: proven.key }} />
            <button className="ac-button ac-quiet button button--secondary" type="submit">
              {t('next.returns')}
            </button>
          </form>
        ) : proven && page.returnUrl ? (
          <a className="ac-button ac-quiet button button--secondary" href={inLanguage(page.returnUrl, home)}>
            {t('next.returns')}
          </a>
        ) : null}
        <a className="ac-link" href={inLanguage(page.contactUrl || '/pages/contact', home)}>
          {t('help.page', { shop: shop.name })}
        </a>
      </div>
      {page.policies.length > 0 ? (
        <nav className="ac-policies" aria-label={t('next.policies')}>
          {page.policies.map((handle) => (
            <p key={handle}>
              {handle === 'refund-policy' && visit.promised ? <span lang={words.locale}>{visit.promised} </span> : tellsFact(handle) ? <span data-ac-policy={handle} /> : null}
              <a className="ac-link" href={`${home}policies/${handle}`}>
                {t(`policy.${handle}`)}
              </a>
            </p>
          ))}
        </nav>
      ) : null}
    </section>
  );
}

/** A path of the storefront in the visitor's language; an address of the web as it is. */
function inLanguage(address: string, home: string): string {
  return address.startsWith('/') ? home + address.slice(1) : address;
}
