import type { LoaderFunctionArgs } from '@remix-run/node';
import { endSignIn } from '#app/modules/account-entry/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A customer comes back from signing in. */
export function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shops, shopify, sealer, clock, secrets } = theApp();
  return endSignIn(request, { contextOf: shops.contextOf, accounts: shopify.customerAccount, sealer, clock, secrets });
}
