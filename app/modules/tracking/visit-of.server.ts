import { customerLocales } from '#app/kernel/locales.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { peakBanner } from '#app/modules/peak/index.server.ts';
import type { PageWishes } from './page-wishes.server.ts';
import type { Visit } from './ui/visit.ts';
import type { TrackingWords } from './words.ts';

/** The languages a visit asks for: the one picked on the page, the storefront's, and all of them in their order without the shop's own. */
export interface Spoken extends Pick<Visit, 'chosen' | 'storefront'> {
  own: string[];
}

/** Reads what a visit says about its language, in its form before its address. */
export function spokenIn(query: URLSearchParams, fields: URLSearchParams | undefined, { ctx, locales }: Pick<ProxyRequest, 'ctx' | 'locales'>): Spoken {
  const chosen = chosenLocale(fields?.get('lang') ?? query.get('lang'));
  const storefront = storefrontLocale(fields?.get('locale') ?? query.get('locale'));
  return { chosen, storefront, own: [chosen ?? '', storefront ?? '', ...locales.slice(0, locales.length - ctx.shop.locales.length)] };
}

/** What the parts of a storefront page of ours need to know about a visit; `place` is the page below the proxy. */
export function visitOf({ ctx, pathPrefix }: ProxyRequest, { chosen, storefront }: Spoken, words: TrackingWords, { page, peak, returns }: PageWishes, place: 'track' | 'returns' | 'account' | 'contact'): Visit {
  const now = ctx.clock.now();
  return {
    words,
    shop: ctx.shop,
    page,
    banner: peakBanner(peak, { zone: ctx.shop.ianaTimezone, locale: words.locale, now }),
    chosen,
    storefront,
    dates: dateFormat(words.locale, ctx.shop.ianaTimezone),
    address: `${pathPrefix}/${place}`,
    contact: `${pathPrefix}/contact`,
    returns: returns ? `${pathPrefix}/returns` : null,
    home: pathPrefix.replace(/[^/]+\/[^/]+\/?$/, '') || '/',
    now,
  };
}

/** What tells browsers behind one address apart, as far as they say. */
export function browserOf(headers: Headers): string {
  return ['user-agent', 'accept-language'].map((name) => headers.get(name) ?? '').join(' ').slice(0, 400);
}

/** A language of ours that the visitor picked on the page. */
function chosenLocale(picked: string | null): (typeof customerLocales)[number] | null {
  return customerLocales.find((locale) => locale === picked) ?? null;
}

/** The storefront's language as a form of the theme names it. */
function storefrontLocale(named: string | null): string | null {
  return named !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(named) ? named : null;
}
