import { ExpectedError } from '#app/kernel/errors.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { readSessionToken, shopOf } from './session-token.ts';

/** A request of one of our extensions in customer accounts, by a customer who is signed in. */
export interface AccountRequest {
  ctx: ShopContext;
  /** Shopify's numeric id; the only thing that says whose orders may be shown. */
  customerId: string;
}

interface Needs {
  registry: Pick<ShopRegistry, 'byDomain' | 'context'>;
  clientId: string;
  secrets: readonly string[];
  clock: Clock;
}

/**
 * Answers which customer is asking. Refuses with 401 a token that Shopify did not make for this app or that is over, with 403 a
 * visitor who is not signed in, and with 404 a shop we do not serve.
 */
export function createAuthenticateAccount({ registry, clientId, secrets, clock }: Needs) {
  return async (request: Request): Promise<AccountRequest> => {
    const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const claims = readSessionToken(token, { clientId, secrets, now: clock.now() });
    if (!claims) throw new ExpectedError('unauthorized', 401, 'The session token is missing, over or not for this app.');
    const shop = await registry.byDomain(shopOf(claims));
    if (shop?.state !== 'installed') throw new ExpectedError('not_found', 404, 'There is no such shop.');
    const customerId = /^gid:\/\/shopify\/Customer\/(\d{1,20})$/.exec(claims.sub ?? '')?.[1];
    if (customerId === undefined) throw new ExpectedError('sign_in', 403, 'The customer is not signed in.');
    return { ctx: registry.context(shop), customerId };
  };
}
