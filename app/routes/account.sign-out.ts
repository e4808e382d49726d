import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/modules/account-entry/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

function answer(request: Request): Promise<Response> {
  const { shops, shopify, sealer, clock, secrets } = theApp();
  return signOut(request, { byDomain: shops.byDomain, contextOf: shops.contextOf, accounts: shopify.customerAccount, sealer, clock, secrets });
}

export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
