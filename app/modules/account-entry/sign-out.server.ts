import { isNumericId } from '#app/kernel/ids.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { sessionOfKey } from './customer-key.ts';
import { goTo, plainPage } from './plain-page.tsx';
import { storefrontPage } from './places.ts';
import { closeSession } from './sessions.server.ts';

interface Needs {
  byDomain(domain: string): Promise<Shop | null>;
  contextOf(shopId: number): Promise<ShopContext | null>;
  accounts: CustomerAccount;
  sealer: Sealer;
  clock: Clock;
  secrets: readonly string[];
}

const cookieName = '__Host-aftercare-signed-out';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const longestForm = 4_000;

/** Ends a sign-in here and at Shopify. The form says which by its key, so nobody is signed out by an address they were led to. */
export async function signOut(request: Request, { byDomain, contextOf, accounts, sealer, clock, secrets }: Needs): Promise<Response> {
  if (request.method !== 'POST') return new Response('Method Not Allowed', { status: 405, headers: { allow: 'POST' } });
  const text = await request.text();
  const form = new URLSearchParams(text.length > longestForm ? '' : text);
  const shop = await byDomain(form.get('shop') ?? '');
  const ctx = shop?.state === 'installed' ? await contextOf(shop.id) : null;
  if (!ctx) return plainPage(request, 'nowhere', 404);
  const sessionId = sessionOfKey(ctx.shop, form.get('key') ?? '', { secrets, now: clock.now() });
  const idToken = sessionId === null ? null : await closeSession(ctx, sessionId, sealer);
  const server = idToken === null ? null : await accounts.find(ctx.shop);
  if (idToken === null || !server) return goTo(storefrontPage(ctx.shop, 'account', { said: 'signed-out' }));
  return goTo(accounts.signOutAddress(server, idToken), [`${cookieName}=${ctx.shop.id}; Max-Age=300; ${attributes}`]);
}

/** Takes a browser back to the shop it signed out of. */
export async function answerSignedOut(request: Request, { contextOf }: Pick<Needs, 'contextOf'>): Promise<Response> {
  const [, shopId = ''] = new RegExp(`(?:^|;\\s*)${cookieName}=(\\d+)`).exec(request.headers.get('cookie') ?? '') ?? [];
  const ctx = isNumericId(shopId) && Number.isSafeInteger(Number(shopId)) ? await contextOf(Number(shopId)) : null;
  if (ctx?.shop.state !== 'installed') return plainPage(request, 'signedOut', 200);
  return goTo(storefrontPage(ctx.shop, 'account', { said: 'signed-out' }), [`${cookieName}=; Max-Age=0; ${attributes}`]);
}
