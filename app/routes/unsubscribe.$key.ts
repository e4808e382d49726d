import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { unsubscribe } from '#app/modules/outbox/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

function answer(request: Request, key: string): Promise<Response> {
  const { shops, config } = theApp();
  const { apiSecret, oldApiSecret } = config.shopify;
  return unsubscribe(request, key, { contextOf: (id) => shops.contextOf(id), secrets: oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret] });
}

export const loader = ({ request, params: { key = '' } }: LoaderFunctionArgs) => answer(request, key);
export const action = ({ request, params: { key = '' } }: ActionFunctionArgs) => answer(request, key);
