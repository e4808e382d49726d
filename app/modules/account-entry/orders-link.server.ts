import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { signInLink } from './sign-in-link.server.ts';
import { accountWords } from './words.ts';

/** The way from another page of the storefront to all of one's orders: straight there for who is signed in, else by signing in; null where nobody can. */
export async function ordersLink(
  { ctx, customerId, pathPrefix }: Pick<ProxyRequest, 'ctx' | 'customerId' | 'pathPrefix'>,
  locale: CustomerLocale,
  needs: { accounts: Pick<CustomerAccount, 'find'>; appUrl: string },
): Promise<{ address: string; label: string } | null> {
  const { t } = accountWords([locale]);
  if (customerId !== null) return { address: `${pathPrefix}/account?lang=${locale}`, label: t('entry.allOrders') };
  const address = await signInLink(ctx, { backTo: { page: 'account' }, locale }, needs);
  return address === null ? null : { address, label: t('entry.toOrders') };
}
