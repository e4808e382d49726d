import type { JwtPayload } from '@shopify/shopify-api';
import { acceptedLanguages, adminLocales, bestLocale, type AdminLocale } from '#app/kernel/locales.ts';
import { minute } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { OnOpened, ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { identifyShop } from './identify-shop.server.ts';
import type { SealingSessionStorage } from './sealing-session-storage.server.ts';
import type { ShopLock } from './shop-lock.server.ts';
import type { ShopifyLibrary } from './shopify-library.server.ts';
import { sessionTokenOf, signedShop } from './signed-shop.ts';
import { askStaffIdentity, type StaffIdentity } from './staff-identity.server.ts';
import type { AppCredentials } from './token-endpoint.server.ts';

/** A request from the embedded admin, by a person who is signed in to the shop. */
export interface AdminRequest {
  ctx: ShopContext;
  /** The admin's language: its `locale` parameter, which also the page asking for data carries; else the browser's. */
  locale: AdminLocale;
  /** Shopify's id of the person. */
  staff: { id: string } | null;
  /** Asks Shopify for the person's name and whether the account is theirs; the request's token must be fresh. */
  whoIsAsking(): Promise<StaffIdentity | null>;
  /** Redirects in the way the embedded frame needs. */
  redirect: Awaited<ReturnType<ShopifyLibrary['authenticate']['admin']>>['redirect'];
  sessionToken: JwtPayload;
}

interface Needs {
  library: ShopifyLibrary;
  sessions: SealingSessionStorage;
  lock: ShopLock;
  registry: ShopRegistry;
  credentials: AppCredentials;
  onOpened: OnOpened;
}

/** As early as Shopify's library trades a session token for a new pair. */
const earlyBy = 5 * minute;

/** Answers who is asking. Throws the response the embedded frame needs where a session token is missing, stale or forged. */
export function createAuthenticateAdmin({ library, sessions, lock, registry, credentials, onOpened }: Needs) {
  /** A page asks several times at once; each new token ends the one before, so one visit brings it and the others use it. */
  const bringToken = async (request: Request, domain: string) => {
    const known = await registry.byDomain(domain);
    // A token that Shopify refused may look alive by its date.
    if (known?.access === 'needs_reopen') await sessions.deleteSession(`offline_${domain}`);
    const visit = await library.authenticate.admin(request);
    const scopes = (visit.session.scope ?? '').split(',').filter(Boolean);
    // A domain we never saw may be a shop we know under its earlier one.
    const shopifyId = known ? undefined : await identifyShop(visit.session);
    return { visit, shop: await registry.opened({ domain, scopes, shopifyId }, onOpened) };
  };

  /** Without a signed shop the library has its answer ready, and throws it; whom it would let in, we do not. */
  const refusal = async (request: Request): Promise<Response> => {
    const thrown = await library.authenticate.admin(request).then(() => null, (error: unknown) => error);
    return thrown instanceof Response ? thrown : new Response('Unauthorized', { status: 401 });
  };

  const authenticate = async (request: Request) => {
    const domain = signedShop(request, credentials.apiSecret);
    if (domain === null) throw await refusal(request);
    const [shop, session] = await Promise.all([registry.byDomain(domain), sessions.loadSession(`offline_${domain}`)]);
    const isWorking = shop?.state === 'installed' && shop.access === 'ok' && session?.isActive(undefined, earlyBy);
    return isWorking ? { visit: await library.authenticate.admin(request), shop } : lock.holding(domain, () => bringToken(request, domain));
  };

  return async (request: Request): Promise<AdminRequest> => {
    const { visit, shop } = await authenticate(request);
    const { sessionToken, redirect } = visit;
    return {
      ctx: registry.context(shop),
      locale: localeOf(request),
      staff: sessionToken.sub ? { id: sessionToken.sub } : null,
      whoIsAsking: () => askStaffIdentity(shop.domain, sessionTokenOf(request), credentials),
      redirect,
      sessionToken,
    };
  };
}

function localeOf(request: Request): AdminLocale {
  const referrer = URL.parse(request.headers.get('referer') ?? '');
  const asked = [new URL(request.url), referrer].map((url) => url?.searchParams.get('locale'));
  return bestLocale([...asked, ...acceptedLanguages(request.headers.get('accept-language'))], adminLocales);
}
