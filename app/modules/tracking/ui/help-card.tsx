import { tellsFact } from '../policy-facts.ts';
import type { Proven } from '../tracking-answer.ts';
import { Carried, languageOf, StepForm } from './carried.tsx';
import type { Visit } from './visit.ts';

interface Props {
  visit: Visit;
  proven?: Proven;
  /** The key to the order it is about. */
  proof?: string | undefined;
}

/**
 * The way on: report a problem, send something back (in the portal where it is open, else where the merchant says), read the rules, a person. Who is written to by our contact form,
 * which is told the order that is looked at, unless the merchant names another place; the address Shopify gives us for a shop is its owner's own and not for customers.
 */
export function HelpCard({ visit, proven, proof = proven?.key }: Props) {
  const { words, page, home } = visit;
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
        <Contact visit={visit} proof={proof} />
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

const ownForm = '/apps/aftercare/contact';

/** The way to a person. A key travels in a form, never in an address. */
function Contact({ visit, proof }: { visit: Visit; proof: string | undefined }) {
  const { words, page, home, shop, contact, topic } = visit;
  const label = words.t('help.page', { shop: shop.name });
  const about: Record<string, string> = topic ? { topic } : {};
  const query = new URLSearchParams({ ...about, ...languageOf(visit) }).toString();
  const isOwn = page.contactUrl === '' || page.contactUrl === ownForm;
  if (!isOwn || !proof) {
    return (
      <a className="ac-link" href={!isOwn ? inLanguage(page.contactUrl, home) : query ? `${contact}?${query}` : contact}>
        {label}
      </a>
    );
  }
  return (
    <form method="post" action={contact}>
      <Carried visit={visit} fields={{ key: proof, ...about }} />
      <button className="ac-link" type="submit">
        {label}
      </button>
    </form>
  );
}

/** A path of the storefront in the visitor's language; an address of the web as it is. */
function inLanguage(address: string, home: string): string {
  return address.startsWith('/') ? home + address.slice(1) : address;
}
