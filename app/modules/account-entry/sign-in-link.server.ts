import type { CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { writeBackTo, type BackTo } from './back-to.ts';

interface Wish {
  backTo: BackTo;
  /** The language the visitor reads. */
  locale: string;
}

/** The address at which a customer signs in and comes back to a page of ours; null where the shop has no accounts they could sign in with. */
export async function signInLink({ shop }: Pick<ShopContext, 'shop'>, { backTo, locale }: Wish, { accounts, appUrl }: { accounts: Pick<CustomerAccount, 'find'>; appUrl: string }): Promise<string | null> {
  if ((await accounts.find(shop)) === null) return null;
  return `${appUrl}/account/sign-in?${new URLSearchParams({ shop: shop.domain, to: writeBackTo(backTo), lang: locale })}`;
}
