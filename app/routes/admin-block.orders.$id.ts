import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { orderForStaff } from '#app/modules/extensions/index.server.ts';
import { answerExtension } from '#app/platform/shopify/answer-extension.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** An order's parcels for the block on Shopify's own order page. */
async function answer({ request, params: { id = '' } }: LoaderFunctionArgs): Promise<Response> {
  const { shopify, log } = theApp();
  return answerExtension(request, log, async () => {
    const { ctx, locale } = await shopify.authenticateAdmin(request);
    return orderForStaff(ctx, id, locale);
  });
}

export const loader = (args: LoaderFunctionArgs) => answer(args);
export const action = (args: ActionFunctionArgs) => answer(args);
