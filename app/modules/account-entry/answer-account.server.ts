import { isNumericId } from '#app/kernel/ids.ts';
import { readPageWishes, spokenIn, trackingWords, visitOf } from '#app/modules/tracking/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { customerKey, sessionOfKey } from './customer-key.ts';
import { ownOrders } from './own-orders.server.ts';
import { sayings, type Saying } from './places.ts';
import { customerOf, type SessionNeeds } from './sessions.server.ts';
import { signInLink } from './sign-in-link.server.ts';
import { renderAccountPage, type AccountAnswer } from './ui/account-page.tsx';
import { accountWords } from './words.ts';

export interface AccountPageNeeds extends SessionNeeds {
  appUrl: string;
  /** Newest first; keys signed with any of them are honoured, the first one signs. */
  secrets: readonly [string, ...string[]];
}

const longestForm = 8_000;

/** The page of a customer's orders, inside the shop's theme: for who is signed in their orders, for everybody else the way to sign in. */
export async function answerAccount(request: Request, proxy: ProxyRequest, needs: AccountPageNeeds): Promise<Response> {
  const { ctx } = proxy;
  const query = new URL(request.url).searchParams;
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  const field = (name: string) => form?.get(name) ?? query.get(name);
  const spoken = spokenIn(query, form, proxy);
  const tracking = trackingWords([...spoken.own, ...ctx.shop.locales]);
  const words = accountWords([tracking.locale]);
  const visit = visitOf(proxy, spoken, tracking, await ctx.tx(readPageWishes), 'account');

  const signedIn = await whoIs(proxy, field('key'), needs);
  const said = sayings.find((saying) => saying === field('said')) ?? (signedIn === 'over' ? 'expired' : null);
  const answer = signedIn === 'over' || signedIn === null ? await entry(proxy, said, tracking.locale, needs) : await orders(proxy, signedIn, { said, before: field('before') }, needs);
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
  return proxy.liquid(renderAccountPage({ ...visit, own: words, place: proxy.pathPrefix, shopDomain: ctx.shop.domain, signOut: `${needs.appUrl}/account/sign-out` }, answer), { headers });
}

interface SignedIn {
  customerId: string;
  /** The page's own key, renewed; null where Shopify says with each request who is signed in. */
  key: string | null;
}

/** Shopify's signed word of who is signed in to the storefront goes before a key, which may be an old page's. */
async function whoIs({ ctx, customerId }: ProxyRequest, key: string | null, needs: AccountPageNeeds): Promise<SignedIn | 'over' | null> {
  const now = ctx.clock.now();
  const sessionId = key === null || key === '' ? null : sessionOfKey(ctx.shop, key.slice(0, 200), { secrets: needs.secrets, now });
  const ofKey = sessionId === null ? null : await customerOf(ctx, sessionId, needs);
  const renewed = sessionId !== null && ofKey !== null ? customerKey(ctx.shop, sessionId, { secret: needs.secrets[0], now }) : null;
  if (customerId !== null && isNumericId(customerId)) return { customerId, key: ofKey === customerId ? renewed : null };
  if (ofKey !== null) return { customerId: ofKey, key: renewed };
  return key === null || key === '' ? null : 'over';
}

async function orders({ ctx }: ProxyRequest, { customerId, key }: SignedIn, { said, before }: { said: Saying | null; before: string | null }, { secrets }: AccountPageNeeds): Promise<AccountAnswer> {
  const from = before !== null && isNumericId(before) ? before : null;
  return { kind: 'orders', ...(await ownOrders(ctx, { customerId, before: from }, secrets[0])), proof: key, said: said === 'not-yours' ? said : null, isFirst: from === null };
}

async function entry({ ctx }: ProxyRequest, said: Saying | null, locale: string, { accounts, appUrl }: AccountPageNeeds): Promise<AccountAnswer> {
  return { kind: 'entry', said: said === 'not-yours' ? null : said, signIn: await signInLink(ctx, { backTo: { page: 'account' }, locale }, { accounts, appUrl }) };
}

/** The form as it was sent; empty where it is none of ours. */
async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  const body = await request.text();
  return new URLSearchParams(body.length > longestForm ? '' : body);
}
