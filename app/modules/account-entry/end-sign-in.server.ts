import { after } from '#app/kernel/time.ts';
import { fullKeyLife, orderKey, orderLink } from '#app/modules/access/index.server.ts';
import { isOrderOf } from '#app/modules/orders/index.server.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBackTo } from './back-to.ts';
import { customerKey } from './customer-key.ts';
import { goTo, plainPage } from './plain-page.tsx';
import { storefrontPage, type Saying } from './places.ts';
import { openSession } from './sessions.server.ts';
import { begunSignIn, noSignInCookie, type BegunSignIn } from './sign-in-cookie.ts';

interface Needs {
  contextOf(shopId: number): Promise<ShopContext | null>;
  accounts: CustomerAccount;
  sealer: Sealer;
  clock: Clock;
  /** Newest first. */
  secrets: readonly [string, ...string[]];
}

/**
 * Takes a browser that comes back from signing in. Only the one that began it is heard, once, for the shop it began at; it is sent on to the page
 * it came for, or to the list of its customer's orders with what went wrong.
 */
export async function endSignIn(request: Request, needs: Needs): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const state = query.get('state') ?? '';
  const begun = begunSignIn(needs.sealer, request.headers.get('cookie'), state, needs.clock.now());
  if (!begun) return plainPage(request, 'notBegunHere', 400);
  const cookies = [noSignInCookie(state)];
  const ctx = await needs.contextOf(begun.shopId);
  if (ctx?.shop.state !== 'installed') return plainPage(request, 'nowhere', 404, cookies);
  return goTo(await whereTo(ctx, begun, query, needs), cookies);
}

async function whereTo(ctx: ShopContext, begun: BegunSignIn, query: URLSearchParams, { accounts, sealer, secrets }: Needs): Promise<string> {
  const { shop, clock, log } = ctx;
  const stopped = (said: Saying, why: string) => {
    log.info({ why }, 'a customer was not signed in');
    return storefrontPage(shop, 'account', { said, lang: begun.lang });
  };
  const server = await accounts.find(shop);
  if (!server) return stopped('unavailable', 'no server');
  const code = query.get('code');
  // What another server answers is not for the one that was asked.
  if (query.has('iss') && query.get('iss') !== server.issuer) return stopped('failed', 'another issuer');
  if (code === null || code === '') return stopped('failed', query.get('error') ?? 'no code');
  const outcome = await accounts.complete(server, begun, code);
  if (outcome.is !== 'done') return stopped(outcome.is === 'refused' ? 'failed' : 'unavailable', outcome.is === 'refused' ? outcome.error : 'no answer');

  const { customerId } = outcome;
  const sessionId = await openSession(ctx, outcome, sealer);
  const to = readBackTo(begun.to);
  const key = customerKey(shop, sessionId, { secret: secrets[0], now: clock.now() });
  if (to.page === 'account') return storefrontPage(shop, 'account', { key, lang: begun.lang });
  if (!(await ctx.tx((tx) => isOrderOf(tx, to.orderId, customerId)))) return storefrontPage(shop, 'account', { key, said: 'not-yours', lang: begun.lang });
  const terms = { purpose: 'full', expiresAt: after(clock.now(), fullKeyLife) } as const;
  if (to.page === 'track') return `${orderLink(shop, to.orderId, terms, secrets[0])}&lang=${begun.lang}`;
  return storefrontPage(shop, 'returns', { key: orderKey(shop, { orderId: to.orderId, ...terms }, secrets[0]), lang: begun.lang });
}
