import { acceptedLanguages } from '#app/kernel/locales.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { leadToLanguage } from './lead-to-language.ts';
import { isSignedByShopify } from './proxy-signature.ts';

/** A storefront request that Shopify signed and forwarded. */
export interface ProxyRequest {
  ctx: ShopContext;
  /** Where the visitor sees us, with the storefront's language in front: `/fr/apps/aftercare`. */
  pathPrefix: string;
  /** Shopify's numeric id where the visitor is signed in; never to be taken from anywhere else. */
  customerId: string | null;
  /** Languages in the order the visitor wishes them, the shop's own last. */
  locales: string[];
  /** The visitor's address as Shopify saw it. */
  visitor: string;
  /** HTML that Shopify renders inside the shop's theme, as Liquid: whatever people typed must not reach it unescaped. Who came by a link in a language is led to the theme in it. */
  liquid(html: string, init?: ResponseInit): Response;
}

interface Needs {
  registry: Pick<ShopRegistry, 'byDomain' | 'context'>;
  secrets: readonly string[];
  /** One proxy of our own stands before us and adds the address of Shopify's. */
  trustProxy: boolean;
  clock: Clock;
}

/** A storefront is asked for a shop many times a second: what was read of it serves for so many milliseconds, so that long a removed app goes on answering. */
const remembered = 1_000;

/** Answers who is asking; throws a 401 response for a forged, stale or doubled signature and a 404 for a shop we do not serve. */
export function createAuthenticateProxy({ registry, secrets, trustProxy, clock }: Needs) {
  const known = new Map<string, { ctx: ShopContext; until: number }>();
  const contextOf = async (domain: string): Promise<ShopContext | null> => {
    const held = known.get(domain);
    if (held && held.until > performance.now()) return held.ctx;
    known.delete(domain);
    const shop = await registry.byDomain(domain);
    if (shop?.state !== 'installed') return null;
    const ctx = registry.context(shop);
    known.set(domain, { ctx, until: performance.now() + remembered });
    return ctx;
  };

  return async (request: Request): Promise<ProxyRequest> => {
    const query = new URL(request.url).searchParams;
    if (!isSignedByShopify(query, secrets, clock.now())) throw new Response('Unauthorized', { status: 401 });
    const ctx = await contextOf(query.get('shop') ?? '');
    if (!ctx) throw new Response('Not found', { status: 404 });
    const pathPrefix = query.get('path_prefix') ?? '';
    const lead = request.method === 'GET' ? leadToLanguage(query.get('locale'), ctx.shop.locales) : '';
    return {
      ctx,
      pathPrefix,
      customerId: query.get('logged_in_customer_id') || null,
      locales: [query.get('locale'), localeOf(pathPrefix), ...acceptedLanguages(request.headers.get('accept-language')), ...ctx.shop.locales].filter(
        (locale): locale is string => locale !== null && locale !== '',
      ),
      visitor: visitorOf(request.headers.get('x-forwarded-for'), trustProxy),
      liquid: (html, init) => liquid(lead + html, init),
    };
  };
}

function liquid(html: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/liquid');
  headers.set('content-length', String(Buffer.byteLength(html)));
  return new Response(html, { ...init, headers });
}

/** `fr` of `/fr/apps/aftercare`. */
function localeOf(pathPrefix: string): string | null {
  return /^\/([a-z]{2,3}(?:-[a-z0-9]{2,4})?)\/(?:a|apps|community|tools)\//i.exec(pathPrefix)?.[1] ?? null;
}

/** The last hop that we did not add ourselves: earlier ones are what the visitor claims. */
function visitorOf(forwardedFor: string | null, trustProxy: boolean): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim()).filter(Boolean);
  return hops.at(trustProxy && hops.length > 1 ? -2 : -1) ?? 'unknown';
}
