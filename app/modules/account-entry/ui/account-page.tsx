import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { Carried, languageOf, LanguageForm, lookOf, styles, thumbnailUrl, type Visit } from '#app/modules/tracking/index.pure.ts';
import type { OwnOrder, OwnOrders } from '../own-orders.server.ts';
import type { Saying } from '../places.ts';
import type { AccountWords } from '../words.ts';

/** What the page is shown with: the visit, and what is only this page's. */
export interface AccountVisit extends Visit {
  own: AccountWords;
  /** Where our pages are, as the browser sees them: `/fr/apps/aftercare`. */
  place: string;
  shopDomain: string;
  /** Where signing out goes, on our own address. */
  signOut: string;
}

export type AccountAnswer =
  | { kind: 'entry'; said: Exclude<Saying, 'not-yours'> | null; signIn: string | null }
  /** `proof`: what the page's forms carry; null where Shopify says with each request who is signed in. */
  | ({ kind: 'orders'; said: 'not-yours' | null; proof: string | null; isFirst: boolean } & OwnOrders);

const ownStyles = `
.ac-own-row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:space-between}
.ac-own-list{display:grid;gap:1.25rem}
.ac-own-list .ac-card{margin:0}
.ac-own-pictures{display:flex;gap:.5rem;margin-block:1rem .5rem!important}
@media (min-width:48rem){.ac-own-card{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2rem;align-items:center}.ac-own-card .ac-ways{margin-block-start:0}}
.ac-own-told{margin-block-end:1.25rem!important}
`;

/** The page's part of the theme as HTML that is safe to be read as Liquid. */
export function renderAccountPage(visit: AccountVisit, answer: AccountAnswer): string {
  const { locale } = visit.words;
  const html = renderToStaticMarkup(
    <div className="ac-track" lang={locale} dir={direction(locale)} style={lookOf(visit.page)}>
      <style dangerouslySetInnerHTML={{ __html: styles + ownStyles }} />
      {visit.banner}
      {answer.kind === 'entry' ? <Entry visit={visit} {...answer} /> : <Orders visit={visit} {...answer} />}
      <LanguageForm visit={visit} fields={answer.kind === 'orders' && answer.proof !== null ? { key: answer.proof } : {}} />
    </div>,
  );
  return withoutLiquid(html);
}

function Told({ visit, said }: { visit: AccountVisit; said: Saying | null }) {
  return said === null ? null : (
    <p className="ac-advice ac-own-told" role="status">
      {visit.own.t(`said.${said}`)}
    </p>
  );
}

function Entry({ visit, said, signIn }: { visit: AccountVisit } & Extract<AccountAnswer, { kind: 'entry' }>) {
  const { t } = visit.own;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{t('entry.heading')}</h1>
        <p className="ac-hint">{t(signIn === null ? 'entry.noAccounts' : 'entry.text')}</p>
      </header>
      <Told visit={visit} said={said} />
      <div className="ac-ways">
        {signIn === null ? null : (
          <a className="ac-button button" href={signIn}>
            {t('entry.signIn')}
          </a>
        )}
        <a className={signIn === null ? 'ac-button button' : 'ac-link'} href={trackingPage(visit)}>
          {t('entry.byNumber')}
        </a>
      </div>
    </div>
  );
}

function Orders({ visit, said, orders, next, proof, isFirst }: { visit: AccountVisit } & Extract<AccountAnswer, { kind: 'orders' }>) {
  const { t } = visit.own;
  const carried: Record<string, string> = proof === null ? {} : { key: proof };
  return (
    <>
      <header className="ac-head">
        <div className="ac-own-row">
          <h1>{t('orders.heading')}</h1>
          {proof === null ? null : (
            <form method="post" action={visit.signOut}>
              <input type="hidden" name="shop" value={visit.shopDomain} />
              <input type="hidden" name="key" value={proof} />
              <button className="ac-link" type="submit">
                {t('orders.signOut')}
              </button>
            </form>
          )}
        </div>
        <p className="ac-hint">{t('orders.intro', { shop: visit.shop.name })}</p>
      </header>
      <Told visit={visit} said={said} />
      {orders.length === 0 ? <Nothing visit={visit} isFirst={isFirst} /> : null}
      <div className="ac-own-list">
        {orders.map((own) => (
          <OrderCard key={own.order.id} visit={visit} own={own} />
        ))}
      </div>
      <div className="ac-ways">
        {next === null ? null : <PageForm visit={visit} fields={{ ...carried, before: next }} label={t('orders.more')} />}
        {isFirst ? null : <PageForm visit={visit} fields={carried} label={t('orders.newest')} />}
        {orders.length === 0 ? null : (
          <a className="ac-link" href={trackingPage(visit)}>
            {t('entry.byNumber')}
          </a>
        )}
      </div>
    </>
  );
}

function Nothing({ visit, isFirst }: { visit: AccountVisit; isFirst: boolean }) {
  const { t } = visit.own;
  if (!isFirst) return <p>{t('empty.older')}</p>;
  return (
    <section className="ac-card ac-main">
      <h2 className="ac-status">{t('empty.heading')}</h2>
      <p className="ac-hint">{t('empty.text')}</p>
      <a className="ac-button ac-quiet button button--secondary" href={trackingPage(visit)}>
        {t('entry.byNumber')}
      </a>
    </section>
  );
}

/** Pictures that fit beside one another on a narrow phone. */
const pictured = 3;

function OrderCard({ visit, own }: { visit: AccountVisit; own: OwnOrder }) {
  const { words, dates } = visit;
  const { order, lines, state, proof, mayReturn } = own;
  const { t } = visit.own;
  const heading = words.t('order.heading', { name: order.name });
  const others = lines.slice(1).reduce((units, { currentQuantity, quantity }) => units + (currentQuantity || quantity), 0);
  const pictures = lines.flatMap(({ id, imageUrl }) => ({ id, src: thumbnailUrl(imageUrl, 128) })).filter(({ src }) => src !== null);
  return (
    <section className="ac-card ac-main ac-own-card">
      <div>
        <p className="ac-eyebrow">{heading}</p>
        <h2 className="ac-status">{words.t(`state.${state}`)}</h2>
        <p className="ac-hint">{words.t('order.placed', { date: dates.fullDay(order.processedAt) })}</p>
        {pictures.length > 0 ? (
          <div className="ac-own-pictures">
            {pictures.slice(0, pictured).map(({ id, src }) => (
              <img key={id} className="ac-picture" src={src ?? ''} alt="" width="64" height="64" loading="lazy" decoding="async" />
            ))}
          </div>
        ) : null}
        {lines[0] ? (
          <p>
            {lines[0].title}
            {others > 0 ? <span className="ac-hint"> {t('orders.others', { count: others })}</span> : null}
          </p>
        ) : null}
      </div>
      <div className="ac-ways">
        <OrderForm visit={visit} to="track" proof={proof} label={t('orders.track')} of={heading} />
        {mayReturn ? <OrderForm visit={visit} to="returns" proof={proof} label={t('orders.return')} of={heading} quiet /> : null}
      </div>
    </section>
  );
}

/** The way into a page of one order: its key goes by POST and stands in no address. */
function OrderForm({ visit, to, proof, label, of, quiet = false }: { visit: AccountVisit; to: 'track' | 'returns'; proof: string; label: string; of: string; quiet?: boolean }) {
  return (
    <form method="post" action={`${visit.place}/${to}`}>
      <Carried visit={visit} fields={{ key: proof }} />
      <button className={quiet ? 'ac-button ac-quiet button button--secondary' : 'ac-button button'} type="submit" aria-label={`${label}: ${of}`}>
        {label}
      </button>
    </form>
  );
}

function PageForm({ visit, fields, label }: { visit: AccountVisit; fields: Readonly<Record<string, string>>; label: string }) {
  return (
    <form method="post" action={visit.address}>
      <Carried visit={visit} fields={fields} />
      <button className="ac-button ac-quiet button button--secondary" type="submit">
        {label}
      </button>
    </form>
  );
}

/** Orders by their number, in the visitor's language. */
function trackingPage(visit: AccountVisit): string {
  const query = new URLSearchParams(languageOf(visit)).toString();
  return `${visit.place}/track${query === '' ? '' : `?${query}`}`;
}
