import { customerLocales } from '#app/kernel/locales.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { signInSecrets, type CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readBackTo, writeBackTo } from './back-to.ts';
import { goTo, plainPage } from './plain-page.tsx';
import { storefrontPage } from './places.ts';
import { signInCookie } from './sign-in-cookie.ts';

interface Needs {
  byDomain(domain: string): Promise<Shop | null>;
  accounts: CustomerAccount;
  sealer: Sealer;
  clock: Clock;
}

/** Sends a browser to where the shop's customers sign in, and lets it remember that it is the one. */
export async function beginSignIn(request: Request, { byDomain, accounts, sealer, clock }: Needs): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const shop = await byDomain(query.get('shop') ?? '');
  if (shop?.state !== 'installed') return plainPage(request, 'nowhere', 404);
  const lang = customerLocales.find((locale) => locale === query.get('lang')) ?? '';
  const server = await accounts.find(shop);
  if (!server) return goTo(storefrontPage(shop, 'account', { said: 'unavailable', lang }));
  const secrets = signInSecrets();
  const cookie = signInCookie(sealer, { ...secrets, shopId: shop.id, to: writeBackTo(readBackTo(query.get('to'))), lang }, clock.now());
  return goTo(accounts.signInAddress(server, secrets, lang || (shop.locales[0] ?? 'en')), [cookie]);
}
