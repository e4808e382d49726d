import type { LoaderFunctionArgs } from '@remix-run/node';
import { beginSignIn } from '#app/modules/account-entry/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A customer wants to sign in: off to where their shop's customers do. */
export function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shops, shopify, sealer, clock } = theApp();
  return beginSignIn(request, { byDomain: shops.byDomain, accounts: shopify.customerAccount, sealer, clock });
}
