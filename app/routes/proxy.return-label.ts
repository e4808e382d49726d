import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerLabel } from '#app/modules/labels/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The label of a return, for whoever holds its key. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { config, files, shopify } = theApp();
  const { apiSecret, oldApiSecret } = config.shopify;
  const proxy = await shopify.authenticateProxy(request);
  return answering(request, proxy.ctx.log, () => answerLabel(request, proxy, { files, secrets: oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret] }));
}
