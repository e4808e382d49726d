import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { endMailLogin } from '#app/modules/inbox/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A merchant comes back from letting us into a mailbox. */
function answer(request: Request): Promise<Response> {
  const { clock, config, log, sealer, shops } = theApp();
  return endMailLogin(request, { contextOf: shops.contextOf, sealer, clients: config.mailLogins, appUrl: config.shopify.appUrl, allowInside: config.mail.allowInside, clock, log });
}

export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
