import { afterAll } from 'vitest';
import { answerAccount, answerSignedOut, beginSignIn, endSignIn, signInLink, signOut, type BackTo } from '#app/modules/account-entry/index.server.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { createAuthenticateProxy } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { redirectShopifyTraffic } from '#sandbox/network-redirect.ts';
import { signProxyQuery } from '#sandbox/storefront/proxy-signature.ts';
import type { NewShop } from '#sandbox/world/index.ts';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { MovableClock } from '#tests/harness/movable-clock.ts';
import { quill, startInMemory } from '#tests/harness/sandbox-in-memory.ts';
import { fill, parcel, placeParcels } from '#tests/parcels/trouble-stage.ts';
import { clientSecret, configFor, startProcess } from '#tests/shopify/stage.ts';

export const reed: NewShop = { ...quill, domain: 'reed.myshopify.com', name: 'Reed', email: 'owner@reed.example' };
const secrets = [clientSecret] as const;

/** What a browser remembers, and the steps it takes. */
export type Browser = ReturnType<Stage['browser']>;
type Stage = Awaited<ReturnType<typeof setStage>>;

/** Two shops whose customers may sign in, and one process of the app before its own database. */
export async function setStage() {
  const sandbox = await startInMemory({ clientSecret, shops: [quill, reed] });
  for (const { domain } of [quill, reed]) sandbox.oauth.install(domain);
  const restore = redirectShopifyTraffic(sandbox.urls.base);
  const appUrl = sandbox.urls.appPublic;
  const clock = new MovableClock();
  const started = startProcess(configFor(await freshDatabase(), { SHOPIFY_APP_URL: appUrl, ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}` }), clock);
  const { database, registry, shopify } = started;
  afterAll(async () => {
    await started.close();
    restore();
    await sandbox.stop();
  });
  for (const { domain, name } of [quill, reed]) {
    await database.platform.shops.create({ data: { domain, name, state: 'installed', primary_url: `https://shop.${domain}`, scopes: sandbox.app.scopes, locales: ['en'] } });
  }
  const contextOf = async (domain: string): Promise<ShopContext> => {
    const shop = await registry.byDomain(domain);
    if (!shop) throw new Error(`There is no ${domain}.`);
    return registry.context(shop);
  };
  const sealer = createSealer(started.config.encryptionKeys);
  const accounts = shopify.customerAccount;
  const needs = { accounts, sealer, clock, secrets, contextOf: (id: number) => registry.contextOf(id), byDomain: (domain: string) => registry.byDomain(domain) };
  const authenticate = createAuthenticateProxy({ registry, secrets, trustProxy: false, clock });
  const control = async (path = '', body?: object) => {
    const answer = await fetch(`${sandbox.urls.base}/control/customer-accounts${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) });
    if (!answer.ok) throw new Error(`The switch was not turned: ${await answer.text()}`);
  };

  return {
    sandbox,
    clock,
    accounts,
    sealer,
    appUrl,
    contextOf,
    control,
    wellBehaved: () => fetch(`${sandbox.urls.base}/control/customer-accounts`, { method: 'DELETE' }),
    signInLink: async (backTo: BackTo, domain = quill.domain) => signInLink(await contextOf(domain), { backTo, locale: 'en' }, { accounts, appUrl }),
    /** Orders of a customer in our mirror, each with a parcel on its way; numbered from the newest. */
    async placeOrders(domain: string, customerId: string, ids: readonly string[]): Promise<void> {
      const ctx = await contextOf(domain);
      await ctx.tx(async (tx) => {
        await fill(tx, 'customers', [{ id: customerId, first_name: 'Mira', tags: [], orders_count: 1, amount_spent: 0 }]);
        await placeParcels(tx, ids.map((id) => parcel({ shipment_id: id, order_id: id, fulfillment_id: id })), { customer_id: customerId });
        await fill(tx, 'order_lines', ids.map((id) => ({ id: `l${id}`, order_id: id, position: 0, title: `Lantern ${id}`, quantity: 1, current_quantity: 1, unfulfilled_quantity: 0, requires_shipping: true, unit_price: 0, unit_price_presentment: 0, discount: 0, discount_presentment: 0, tax: 0 })));
        await tx.$executeRaw`update orders set processed_at = timestamptz '2026-11-01' + (id::bigint * interval '1 minute') where customer_id = ${customerId}`;
      });
    },
    /** The storefront page of one's orders, as Shopify forwards it. */
    async page({ query = {}, form, loggedIn = '', domain = quill.domain }: { query?: Record<string, string>; form?: Record<string, string>; loggedIn?: string; domain?: string } = {}) {
      const added = { shop: domain, path_prefix: '/apps/aftercare', timestamp: String(Math.floor(clock.now().getTime() / 1_000)), logged_in_customer_id: loggedIn };
      const url = `${appUrl}/proxy/account?${signProxyQuery(new URLSearchParams(query), added, clientSecret)}`;
      const request = new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
      const answer = await answerAccount(request, await authenticate(request), { accounts, sealer, secrets, appUrl });
      return { status: answer.status, html: await answer.text() };
    },
    /** A browser of its own, with what it remembers of the app's address. */
    browser() {
      const jar = new Map<string, string>();
      const keep = (answer: Response) => {
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          const at = pair.indexOf('=');
          if (line.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
          else jar.set(pair.slice(0, at), pair.slice(at + 1));
        }
        return answer;
      };
      const ask = (url: string, init: RequestInit = {}) => new Request(url, { ...init, headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
      const begin = async (link: string) => keep(await beginSignIn(ask(link), needs));
      /** Types the address and the mailed code where Shopify asks for them. */
      const atShopify = async (address: string, email: string): Promise<string> => {
        const page = await (await fetch(address, { redirect: 'manual' })).text();
        const pending = /name="pending" value="([^"]+)"/.exec(page)?.[1] ?? '';
        const to = /action="([^"]+)"/.exec(page)?.[1] ?? '';
        const post = (fields: Record<string, string>) => fetch(to, { method: 'POST', body: new URLSearchParams({ pending, ...fields }), redirect: 'manual' });
        await post({ email });
        const back = await post({ code: sandbox.outbox.list({ to: email })[0]?.subject?.slice(0, 6) ?? '' });
        return back.headers.get('location') ?? '';
      };
      const comeBack = async (url: string) => keep(await endSignIn(ask(url), needs));
      return {
        jar,
        begin,
        atShopify,
        comeBack,
        /** All of it; the address the browser ends at. */
        async signIn(email: string, link: string): Promise<URL> {
          const at = (await begin(link)).headers.get('location') ?? '';
          const answer = await comeBack(await atShopify(at, email));
          return new URL(answer.headers.get('location') ?? `about:blank?status=${answer.status}`);
        },
        signOut: async (fields: Record<string, string>, method = 'POST') => keep(await signOut(ask(`${appUrl}/account/sign-out`, method === 'POST' ? { method, body: new URLSearchParams(fields) } : { method }), needs)),
        signedOut: async () => keep(await answerSignedOut(ask(`${appUrl}/account/signed-out`), needs)),
      };
    },
    /** The rows of a shop's sign-ins. */
    async sessions(domain = quill.domain) {
      return (await contextOf(domain)).tx((tx) => tx.customer_sessions.findMany({ orderBy: { created_at: 'asc' } }));
    },
  };
}
