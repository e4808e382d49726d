import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerPreferences } from '#app/modules/outbox/index.server.ts';
import { readPeakBanner } from '#app/modules/peak/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

async function answer(request: Request): Promise<Response> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return new Response('Method Not Allowed', { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const { shopify, config } = theApp();
  const { apiSecret, oldApiSecret } = config.shopify;
  const proxy = await shopify.authenticateProxy(request);
  const bannerIn = (locale: string) => proxy.ctx.tx((tx) => readPeakBanner(tx, proxy.ctx, locale));
  return answerPreferences(request, proxy, { secrets: oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret], bannerIn });
}

export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
