import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { acceptedLanguages } from '#app/kernel/locales.ts';
import { orderForCustomer } from '#app/modules/extensions/index.server.ts';
import { answerExtension } from '#app/platform/shopify/answer-extension.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** An order for its customer, who is signed in to their account. */
async function answer({ request, params: { id = '' } }: LoaderFunctionArgs): Promise<Response> {
  const { shopify, config, log } = theApp();
  return answerExtension(request, log, async () => {
    const { ctx, customerId } = await shopify.authenticateAccount(request);
    const locales = [new URL(request.url).searchParams.get('locale') ?? '', ...acceptedLanguages(request.headers.get('accept-language'))];
    return orderForCustomer(ctx, { orderId: id, customerId, locales, secret: config.shopify.apiSecret });
  });
}

export const loader = (args: LoaderFunctionArgs) => answer(args);
export const action = (args: ActionFunctionArgs) => answer(args);
