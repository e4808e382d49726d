import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { acceptedLanguages } from '#app/kernel/locales.ts';
import { ordersOnTheirWay } from '#app/modules/extensions/index.server.ts';
import { answerExtension } from '#app/platform/shopify/answer-extension.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What has not arrived yet, for the customer who is signed in to their account. */
async function answer({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shopify, log } = theApp();
  return answerExtension(request, log, async () => {
    const { ctx, customerId } = await shopify.authenticateAccount(request);
    const locales = [new URL(request.url).searchParams.get('locale') ?? '', ...acceptedLanguages(request.headers.get('accept-language'))];
    return ordersOnTheirWay(ctx, { customerId, locales });
  });
}

export const loader = (args: LoaderFunctionArgs) => answer(args);
export const action = (args: ActionFunctionArgs) => answer(args);
