import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { BackTo } from './back-to.ts';
import { signInLink } from './sign-in-link.server.ts';
import { accountWords } from './words.ts';

interface Wish {
  backTo: BackTo;
  locale: CustomerLocale;
}

/**
 * The way in from another page of the storefront, with its words: to all of one's orders, straight there for who is signed in, or to one order.
 * Null where nobody can sign in, and for who is signed in and yet has to show that an order is theirs.
 */
export async function wayIn(
  { ctx, customerId, pathPrefix }: Pick<ProxyRequest, 'ctx' | 'customerId' | 'pathPrefix'>,
  { backTo, locale }: Wish,
  needs: { accounts: Pick<CustomerAccount, 'find'>; appUrl: string },
): Promise<{ address: string; label: string } | null> {
  const { t } = accountWords([locale]);
  const toAll = backTo.page === 'account';
  if (customerId !== null) return toAll ? { address: `${pathPrefix}/account?lang=${locale}`, label: t('entry.allOrders') } : null;
  const address = await signInLink(ctx, { backTo, locale }, needs);
  return address === null ? null : { address, label: t(toAll ? 'entry.toOrders' : 'entry.instead') };
}
