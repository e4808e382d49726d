import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerAccount } from '#app/modules/account-entry/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

async function answer(request: Request): Promise<Response> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return new Response('Method Not Allowed', { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const { shopify, sealer, secrets, config } = theApp();
  const proxy = await shopify.authenticateProxy(request);
  return answerAccount(request, proxy, { accounts: shopify.customerAccount, sealer, secrets, appUrl: config.shopify.appUrl });
}

export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
