import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerRating } from '#app/modules/inbox/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

async function answer(request: Request): Promise<Response> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return new Response('Method Not Allowed', { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const { shopify, config } = theApp();
  const { apiSecret, oldApiSecret } = config.shopify;
  return answerRating(request, await shopify.authenticateProxy(request), { secrets: oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret] });
}

export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
